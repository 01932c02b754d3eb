// Who may what with articles, versions and claims. Written by hand; table.ts says how to read it.

export const ROWS_OF_ARTICLES = `
                                                      E R G B F A S W L
GET  /articles                                        y y y y y y > > y
POST /articles                                        y y - - ? ? > > -
GET  /hand-over                                       y y y y y y > > y
POST /hand-over                                       y y - - ? ? > > -
GET  /articles/new                                    y y - y y y > > -
GET  /articles/new (draft)                            ? y - ? ? y > > -
GET  /articles/new (job)                              ? y - ? ? y > > -
GET  /articles/:id                                    y y y y ? ? > > y
GET  /articles/:id/details                            y y y y ? ? > > y
POST /articles/:id/details                            y y - - ? ? > > -
GET  /articles/:id/putting-away                       y y y y ? ? > > y
POST /articles/:id/putting-away                       y - - - ? ? > > -
GET  /articles/:id/bringing-back                      y y y y ? ? > > y
POST /articles/:id/bringing-back                      y - - - ? ? > > -
GET  /articles/:id/original                           y y ? ? ? ? > > y
GET  /articles/:id/log                                y y y y ? ? > > y
GET  /articles/:id/log.jsonl                          y y y y ? ? > > y
GET  /articles/:id/live                               y y y y ? ? > > y
POST /articles/:id/live                               y y - - ? ? > > -
GET  /jobs/:id                                        ? y ? ? ? ? > > ?

GET  /articles/:id/versions                           y y y y ? ? > > y
GET  /articles/:id/versions (job)                     ? y ? ? ? ? > > ?
POST /articles/:id/versions                           y y - - ? ? > > -
GET  /articles/:id/versions/:number/changes           y y y y ? ? > > y
GET  /articles/:id/versions/:number/compare           y y y y ? ? > > y
GET  /articles/:id/versions/:number/original          y y ? ? ? ? > > y

GET  /articles/:id/standing                           y y y y ? ? > > y
POST /articles/:id/standing                           y y - - ? ? > > -

GET  /articles/:id/as-ran                             y y - - ? ? > > y
POST /articles/:id/as-ran                             y - - - ? ? > > -
GET  /articles/:id/as-ran/fetching                    y y - - ? ? > > y
POST /articles/:id/as-ran/fetching                    y - - - ? ? > > -
GET  /articles/:id/as-ran/initials                    y y - - ? ? > > y
POST /articles/:id/as-ran/initials                    y - - - ? ? > > -
GET  /articles/:id/as-ran/version                     y y - - ? ? > > y
POST /articles/:id/as-ran/version                     y - - - ? ? > > -

GET  /articles/:id/coverage                           y y y y ? ? > > y
GET  /articles/:id/sentences/:number                  y y y y ? ? > > y
GET  /articles/:id/assignments                        y y y y ? ? > > y
POST /articles/:id/assignments                        y y - - ? ? > > -
GET  /articles/:id/initials                           y y y y ? ? > > y
POST /articles/:id/initials                           y y - - ? ? > > -
GET  /articles/:id/initials/removal                   y y y y ? ? > > y
POST /articles/:id/initials/removal                   y y - - ? ? > > -
GET  /articles/:id/ticks                              y y y y ? ? > > y
POST /articles/:id/ticks                              y y - - ? ? > > -
GET  /articles/:id/ticks/:tick/removal                y y y y ? ? > > y
POST /articles/:id/ticks/:tick/removal                y y - - ? ? > > -
GET  /articles/:id/undo                               y y y y ? ? > > y
POST /articles/:id/undo                               y y - - ? ? > > -

GET  /articles/:id/suggestions/taking                 y y y y ? ? > > y
POST /articles/:id/suggestions/taking                 y y - - ? ? > > -
GET  /articles/:id/suggestions/takings                y y y y ? ? > > y
POST /articles/:id/suggestions/takings                y y - - ? ? > > -
GET  /articles/:id/suggestions/dismissal              y y y y ? ? > > y
POST /articles/:id/suggestions/dismissal              y y - - ? ? > > -
GET  /articles/:id/suggestions/restoration            y y y y ? ? > > y
POST /articles/:id/suggestions/restoration            y y - - ? ? > > -

GET  /articles/:id/claims                             y y y y ? ? > > y
POST /articles/:id/claims                             y y - - ? ? > > -
GET  /articles/:id/claim-list                         y y y y ? ? > > y
POST /articles/:id/claim-list                         y y - - ? ? > > -
GET  /articles/:id/claims/:number                     y y y y ? ? > > y
GET  /articles/:id/claims/:number/attribution         y y y y ? ? > > y
POST /articles/:id/claims/:number/attribution         y y - - ? ? > > -
GET  /articles/:id/claims/:number/details             y y y y ? ? > > y
POST /articles/:id/claims/:number/details             y y - - ? ? > > -
GET  /articles/:id/claims/:number/figures             y y y y ? ? > > y
POST /articles/:id/claims/:number/figures             y y - - ? ? > > -
GET  /articles/:id/claims/:number/key                 y y y y ? ? > > y
POST /articles/:id/claims/:number/key                 y y - - ? ? > > -
GET  /articles/:id/claims/:number/placement           y y y y ? ? > > y
POST /articles/:id/claims/:number/placement           y y - - ? ? > > -
GET  /articles/:id/claims/:number/range               y y y y ? ? > > y
POST /articles/:id/claims/:number/range               y y - - ? ? > > -
GET  /articles/:id/claims/:number/own-check           y y y y ? ? > > y
POST /articles/:id/claims/:number/own-check           y y - - ? ? > > -
GET  /articles/:id/claims/:number/same-as             y y y y ? ? > > y
POST /articles/:id/claims/:number/same-as             y y - - ? ? > > -
GET  /articles/:id/claims/:number/taking              y y y y ? ? > > y
POST /articles/:id/claims/:number/taking              y y - - ? ? > > -
GET  /articles/:id/claims/:number/verdicts            y y y y ? ? > > y
POST /articles/:id/claims/:number/verdicts            y y - - ? ? > > -
GET  /articles/:id/claims/:number/withdrawal          y y y y ? ? > > y
POST /articles/:id/claims/:number/withdrawal          y y - - ? ? > > -
GET  /articles/:id/claims/:number/restoration         y y y y ? ? > > y
POST /articles/:id/claims/:number/restoration         y y - - ? ? > > -
`;
