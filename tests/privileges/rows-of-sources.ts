// Who may what with sources, copies, identity records and evidence. Written by hand; see table.ts.

export const ROWS_OF_SOURCES = `
                                                                        E R G B F A S W L
GET  /sources                                                           y y y y y y > > y
GET  /search                                                            y y y y y y > > y
GET  /search?words=quay                                                 y y y y y y > > y
GET  /search?words=quey&speaker=a&from=2026-01-01                       y y y y y y > > y
GET  /sources?desk=foreign-desk                                         y y y y ? ? > > y
POST /sources                                                           y y - - ? - > > -
GET  /sources/new                                                       y y - y y - > > -
GET  /sources.:format                                                   y y y y y y > > y
GET  /sources.:format?desk=foreign-desk                                 y y y y ? ? > > y
POST /sources.:format                                                   y y - y y - > > -
POST /sources.:format?desk=foreign-desk                                 y y - - ? ? > > -
GET  /sources/import                                                    y y - y y - > > -
POST /sources/import                                                    y y - - ? - > > -
GET  /sources/import/:id                                                ? y ? ? ? ? > > ?
POST /sources/import/:id                                                ? y ? ? ? ? > > ?
GET  /sources/retractions                                               y y y y y y > > y
POST /sources/retractions                                               y - - - ? ? > > -
GET  /sources/retractions/:list                                         y y y y ? ? > > y
GET  /sources/retractions/:list/removal                                 y y y y ? ? > > y
POST /sources/retractions/:list/removal                                 y - - - ? ? > > -
GET  /sources/:number                                                   y y y y ? ? > > y
GET  /sources/:number (confidential)                                    y y ? ? ? ? > > y
POST /sources/:number                                                   y y - - ? ? > > -
POST /sources/:number (confidential)                                    y y ? ? ? ? > > -
POST /sources/:number (opened)                                          y - ? ? ? ? > > -
GET  /sources/:number/merging                                           y y - - ? ? > > -
POST /sources/:number/merging                                           y y - - ? ? > > -
GET  /sources/:number/derivation                                        y y y y ? ? > > y
POST /sources/:number/derivation                                        y y - - ? ? > > -
GET  /sources/:number/derivation/removal                                y y y y ? ? > > y
POST /sources/:number/derivation/removal                                y y - - ? ? > > -

GET  /sources/:number/snapshots                                         y y y y ? ? > > y
GET  /sources/:number/snapshots (confidential)                          y y ? ? ? ? > > y
POST /sources/:number/snapshots                                         y y - - ? ? > > -
POST /sources/:number/snapshots (confidential)                          y y ? ? ? ? > > -
GET  /sources/:number/captures                                          y y y y ? ? > > y
POST /sources/:number/captures                                          y y - - ? ? > > -
GET  /snapshots/:number                                                 y y y y ? ? > > y
GET  /snapshots/:number (confidential)                                  y y ? ? ? ? > > y
GET  /snapshots/:number/bytes                                           y y y y ? ? > > y
GET  /snapshots/:number/bytes (confidential)                            y y ? ? ? ? > > y
GET  /snapshots/:number/text                                            y y y y ? ? > > y
GET  /snapshots/:number/text (confidential)                             y y ? ? ? ? > > y
GET  /snapshots/:number/record                                          y y y y ? ? > > y
GET  /snapshots/:number/record (confidential)                           y y ? ? ? ? > > y
GET  /snapshots/:number/erasure                                         y y y y ? ? > > y
POST /snapshots/:number/erasure                                         y - - - ? ? > > -
POST /snapshots/:number/erasure (confidential)                          y - ? ? ? ? > > -

GET  /sources/:number/identity                                          y y - - ? ? > > y
GET  /sources/:number/identity (confidential)                           y y ? ? ? ? > > y
POST /sources/:number/identity                                          y y ? ? ? ? > > -
GET  /sources/:number/identity/reading                                  y y ? ? ? ? > > y
POST /sources/:number/identity/reading                                  - y ? ? ? ? > > -
GET  /sources/:number/identity/readers                                  y y ? ? ? ? > > y
POST /sources/:number/identity/readers                                  - y ? ? ? ? > > -
GET  /sources/:number/identity/destruction                              y y ? ? ? ? > > y
POST /sources/:number/identity/destruction                              y y ? ? ? ? > > -

GET  /articles/:id/claims/:number/evidence                              y y y y ? ? > > y
POST /articles/:id/claims/:number/evidence                              y y - - ? ? > > -
GET  /articles/:id/claims/:number/evidence/:evidence                    y y y y ? ? > > y
GET  /articles/:id/claims/:number/evidence/:evidence (confidential)     y y ? ? ? ? > > y
POST /articles/:id/claims/:number/evidence/:evidence                    y y - - ? ? > > -
POST /articles/:id/claims/:number/evidence/:evidence (confidential)     y y - - ? ? > > -
GET  /articles/:id/claims/:number/evidence/:evidence/removal            y y y y ? ? > > y
POST /articles/:id/claims/:number/evidence/:evidence/removal            y y - - ? ? > > -
GET  /articles/:id/proposed-sources                                     y y ? ? ? ? > > y
GET  /articles/:id/proposed-sources/taking                              y y ? ? ? ? > > y
POST /articles/:id/proposed-sources/taking                              y y - - ? ? > > -
GET  /articles/:id/proposed-sources/takings                             y y ? ? ? ? > > y
POST /articles/:id/proposed-sources/takings                             y y - - ? ? > > -
GET  /articles/:id/proposed-sources/dismissal                           y y ? ? ? ? > > y
POST /articles/:id/proposed-sources/dismissal                           y y - - ? ? > > -
GET  /articles/:id/proposed-sources/restoration                         y y ? ? ? ? > > y
POST /articles/:id/proposed-sources/restoration                         y y - - ? ? > > -

GET  /articles/:id/sheets                                               y y ? ? ? ? > > y
POST /articles/:id/sheets                                               y y - - ? ? > > -
GET  /articles/:id/sheets/:sheet                                        ? y ? ? ? ? > > ?
POST /articles/:id/sheets/:sheet                                        ? y ? ? ? ? > > ?
GET  /articles/:id/sheets/:sheet/columns                                ? y ? ? ? ? > > ?
POST /articles/:id/sheets/:sheet/columns                                ? y ? ? ? ? > > ?
GET  /articles/:id/sheets/:sheet/statuses                               ? y ? ? ? ? > > ?
POST /articles/:id/sheets/:sheet/statuses                               ? y ? ? ? ? > > ?
GET  /articles/:id/sheet-rows/:row/placement                            y y ? ? ? ? > > y
POST /articles/:id/sheet-rows/:row/placement                            y y - - ? ? > > -
GET  /articles/:id/sheet-rows/:row/removal                              y y ? ? ? ? > > y
POST /articles/:id/sheet-rows/:row/removal                              y y - - ? ? > > -
GET  /articles/:id/claims.:format                                       y y - - ? ? > > y
GET  /articles/:id/claims/:number/suggested/:entry/taking               y y y y ? ? > > y
POST /articles/:id/claims/:number/suggested/:entry/taking               y y - - ? ? > > -
GET  /articles/:id/claims/:number/suggested/:entry/dismissal            y y y y ? ? > > y
POST /articles/:id/claims/:number/suggested/:entry/dismissal            y y - - ? ? > > -
GET  /articles/:id/claims/:number/suggested/:entry/restoration          y y y y ? ? > > y
POST /articles/:id/claims/:number/suggested/:entry/restoration          y y - - ? ? > > -
`;
