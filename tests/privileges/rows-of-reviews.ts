// Who may what with second reads, fixes, queries, replies, accounts, reports. By hand; see table.ts.

export const ROWS_OF_REVIEWS = `
                                                                        E R G B F A S W L
GET  /articles/:id/second-read                                          y y y y ? ? > > y
POST /articles/:id/second-read                                          y y - - ? ? > > -
GET  /articles/:id/claims/:number/readiness                             y y y y ? ? > > y
POST /articles/:id/claims/:number/readiness                             y y - - ? ? > > -
GET  /articles/:id/claims/:number/return                                y y y y ? ? > > y
POST /articles/:id/claims/:number/return                                y y - - ? ? > > -
GET  /articles/:id/claims/:number/closure                               y y y y ? ? > > y
POST /articles/:id/claims/:number/closure                               y y - - ? ? > > -
GET  /articles/:id/claims/:number/reopening                             y y y y ? ? > > y
POST /articles/:id/claims/:number/reopening                             y y - - ? ? > > -

GET  /articles/:id/findings                                             y y y y ? ? > > y
GET  /articles/:id/findings/:finding/taking                             y y y y ? ? > > y
POST /articles/:id/findings/:finding/taking                             y y - - ? ? > > -
GET  /articles/:id/findings/:finding/dismissal                          y y y y ? ? > > y
POST /articles/:id/findings/:finding/dismissal                          y y - - ? ? > > -
GET  /articles/:id/findings/:finding/reopening                          y y y y ? ? > > y
POST /articles/:id/findings/:finding/reopening                          y y - - ? ? > > -

GET  /articles/:id/legal                                                y y - - ? ? > > y
GET  /articles/:id/legal/clearance                                      y y - - ? ? > > y
POST /articles/:id/legal/clearance                                      - - - - ? ? > > y
GET  /articles/:id/legal/notes                                          y y - - ? ? > > y
POST /articles/:id/legal/notes                                          y y - - ? ? > > y
GET  /articles/:id/claims/:number/legal-hold                            y y y y ? ? > > y
POST /articles/:id/claims/:number/legal-hold                            y y - - ? ? > > y
GET  /articles/:id/claims/:number/legal-clearance                       y y y y ? ? > > y
POST /articles/:id/claims/:number/legal-clearance                       - - - - ? ? > > y

GET  /articles/:id/report/confidential                                  y y - - ? ? > > y
GET  /articles/:id/report/confidential/answers                          y y - - ? ? > > y
POST /articles/:id/report/confidential/answers                          y - - - ? ? > > -
GET  /articles/:id/report/confidential/withdrawal                       y y - - ? ? > > y
POST /articles/:id/report/confidential/withdrawal                       y - - - ? ? > > -

GET  /articles/:id/fixes                                                y y y y ? ? > > y
POST /articles/:id/fixes                                                y y - - ? ? > > -
GET  /articles/:id/fixes/list                                           y y y y ? ? > > y
GET  /articles/:id/fixes/list?audience=internal                         y y - - ? ? > > y
GET  /articles/:id/fixes.:format                                        y y y y ? ? > > y
GET  /articles/:id/fixes.:format?audience=internal                      y y - - ? ? > > y
GET  /articles/:id/fixes.:format?as=redline                             y y y y ? ? > > y
GET  /articles/:id/fixes.:format?as=redline&audience=internal           y y - - ? ? > > y
GET  /articles/:id/claims/:number/fixes                                 y y y y ? ? > > y
POST /articles/:id/claims/:number/fixes                                 y y - - ? ? > > -
GET  /articles/:id/fixes/:fix/decision                                  y y y y ? ? > > y
POST /articles/:id/fixes/:fix/decision                                  y - - - ? ? > > -
GET  /articles/:id/fixes/:fix/writer-word                               y y y y ? ? > > y
POST /articles/:id/fixes/:fix/writer-word                               y y - - ? ? > > -
GET  /articles/:id/fixes/:fix/clearance                                 y y y y ? ? > > y
POST /articles/:id/fixes/:fix/clearance                                 y y - - ? ? > > -

GET  /articles/:id/queries                                              y y y y ? ? > > y
POST /articles/:id/queries                                              y y - - ? ? > > -
GET  /articles/:id/claims/:number/queries                               y y y y ? ? > > y
POST /articles/:id/claims/:number/queries                               y y - - ? ? > > -
GET  /articles/:id/queries/:query/answers                               y y y y ? ? > > y
POST /articles/:id/queries/:query/answers                               y y - - ? ? > > -
GET  /articles/:id/queries/:query/asking                                y y y y ? ? > > y
POST /articles/:id/queries/:query/asking                                y y - - ? ? > > -
GET  /articles/:id/queries/:query/drop                                  y y y y ? ? > > y
POST /articles/:id/queries/:query/drop                                  y y - - ? ? > > -
GET  /articles/:id/queries/:query/clearance                             y y y y ? ? > > y
POST /articles/:id/queries/:query/clearance                             y y - - ? ? > > -
GET  /articles/:id/writer-links                                         y y - - ? ? > > -
POST /articles/:id/writer-links                                         y y - - ? ? > > -
GET  /articles/:id/writer-links/:link/withdrawal                        y y - - ? ? > > -
POST /articles/:id/writer-links/:link/withdrawal                        y y - - ? ? > > -

GET  /articles/:id/package                                              y y - - ? ? > > y
GET  /articles/:id/package/:piece/file                                  y y - - ? ? > > y
GET  /articles/:id/package/:piece/taking                                y y - - ? ? > > y
POST /articles/:id/package/:piece/taking                                y y - - ? ? > > -
GET  /articles/:id/package/:piece/leaving                               y y - - ? ? > > y
POST /articles/:id/package/:piece/leaving                               y y - - ? ? > > -
GET  /articles/:id/package/:piece/restoration                           y y - - ? ? > > y
POST /articles/:id/package/:piece/restoration                           y y - - ? ? > > -
GET  /articles/:id/package/:piece/erasure                               y y - - ? ? > > y
POST /articles/:id/package/:piece/erasure                               y - - - ? ? > > -
GET  /articles/:id/to-call/:row/removal                                 y y y y ? ? > > y
POST /articles/:id/to-call/:row/removal                                 y y - - ? ? > > -

GET  /articles/:id/own-facts                                            y y - - ? ? > > y
POST /articles/:id/own-facts                                            y y - - ? ? > > -
GET  /articles/:id/own-facts/:facts/withdrawal                          y y - - ? ? > > y
POST /articles/:id/own-facts/:facts/withdrawal                          y y - - ? ? > > -
GET  /articles/:id/own-facts/:facts/erasure                             y y - - ? ? > > y
POST /articles/:id/own-facts/:facts/erasure                             y - - - ? ? > > -
GET  /articles/:id/facts-answers/:answer/taking                         y y - - ? ? > > y
POST /articles/:id/facts-answers/:answer/taking                         y y - - ? ? > > -
GET  /articles/:id/facts-answers/:answer/dismissal                      y y - - ? ? > > y
POST /articles/:id/facts-answers/:answer/dismissal                      y y - - ? ? > > -
GET  /articles/:id/facts-answers/:answer/restoration                    y y - - ? ? > > y
POST /articles/:id/facts-answers/:answer/restoration                    y y - - ? ? > > -
GET  /articles/:id/facts-answers/:answer/noting                         y y - - ? ? > > y
POST /articles/:id/facts-answers/:answer/noting                         y y - - ? ? > > -

GET  /articles/:id/contacts                                             y y y y ? ? > > y
POST /articles/:id/contacts                                             y y - - ? ? > > -
GET  /articles/:id/contacts/:contact                                    y y y y ? ? > > y
GET  /articles/:id/contacts/:contact (confidential)                     y y ? ? ? ? > > y
POST /articles/:id/contacts/:contact                                    y y - - ? ? > > -
POST /articles/:id/contacts/:contact (confidential)                     y y ? ? ? ? > > -
GET  /articles/:id/contacts/:contact/withdrawal                         y y y y ? ? > > y
POST /articles/:id/contacts/:contact/withdrawal                         y y - - ? ? > > -
POST /articles/:id/contacts/:contact/withdrawal (confidential)          y y ? ? ? ? > > -
GET  /articles/:id/contacts/:contact/restoration                        y y y y ? ? > > y
POST /articles/:id/contacts/:contact/restoration                        y y - - ? ? > > -
GET  /articles/:id/accused                                              y y y y ? ? > > y
POST /articles/:id/accused                                              y y - - ? ? > > -
GET  /articles/:id/accused/:accused                                     y y y y ? ? > > y
POST /articles/:id/accused/:accused                                     y y - - ? ? > > -
GET  /articles/:id/accused/:accused/offer                               y y y y ? ? > > y
POST /articles/:id/accused/:accused/offer                               y y - - ? ? > > -
GET  /articles/:id/accused/:accused/copy                                y y y y ? ? > > y
POST /articles/:id/accused/:accused/copy                                y y - - ? ? > > -
GET  /articles/:id/accused/:accused/withdrawal                          y y y y ? ? > > y
POST /articles/:id/accused/:accused/withdrawal                          y y - - ? ? > > -
GET  /articles/:id/accused/:accused/restoration                         y y y y ? ? > > y
POST /articles/:id/accused/:accused/restoration                         y y - - ? ? > > -
GET  /articles/:id/proposed-accused/taking                              y y y y ? ? > > y
POST /articles/:id/proposed-accused/taking                              y y - - ? ? > > -
GET  /articles/:id/proposed-accused/dismissal                           y y y y ? ? > > y
POST /articles/:id/proposed-accused/dismissal                           y y - - ? ? > > -
GET  /articles/:id/proposed-accused/restoration                         y y y y ? ? > > y
POST /articles/:id/proposed-accused/restoration                         y y - - ? ? > > -

GET  /articles/:id/accounts                                             y y y y ? ? > > y
POST /articles/:id/accounts                                             y y - - ? ? > > -
GET  /articles/:id/accounts/:question                                   y y y y ? ? > > y
POST /articles/:id/accounts/:question                                   y y - - ? ? > > -
GET  /articles/:id/accounts/:question/rule                              y y y y ? ? > > y
POST /articles/:id/accounts/:question/rule                              y y - - ? ? > > -
GET  /articles/:id/accounts/:question/copy                              y y y y ? ? > > y
POST /articles/:id/accounts/:question/copy                              y y - - ? ? > > -
GET  /articles/:id/accounts/:question/takings                           y y y y ? ? > > y
POST /articles/:id/accounts/:question/takings                           y y - - ? ? > > -
GET  /articles/:id/accounts/:question/withdrawal                        y y y y ? ? > > y
POST /articles/:id/accounts/:question/withdrawal                        y y - - ? ? > > -
GET  /articles/:id/accounts/:question/restoration                       y y y y ? ? > > y
POST /articles/:id/accounts/:question/restoration                       y y - - ? ? > > -
GET  /articles/:id/accounts/:question/entries                           y y y y ? ? > > y
POST /articles/:id/accounts/:question/entries                           y y - - ? ? > > -
GET  /articles/:id/accounts/:question/entries/:entry                    y y y y ? ? > > y
POST /articles/:id/accounts/:question/entries/:entry                    y y - - ? ? > > -
GET  /articles/:id/accounts/:question/entries/:entry/confirmation       y y y y ? ? > > y
POST /articles/:id/accounts/:question/entries/:entry/confirmation       y y - - ? ? > > -
GET  /articles/:id/accounts/:question/entries/:entry/renewal            y y y y ? ? > > y
POST /articles/:id/accounts/:question/entries/:entry/renewal            y y - - ? ? > > -
GET  /articles/:id/accounts/:question/entries/:entry/withdrawal         y y y y ? ? > > y
POST /articles/:id/accounts/:question/entries/:entry/withdrawal         y y - - ? ? > > -
GET  /articles/:id/accounts/:question/entries/:entry/restoration        y y y y ? ? > > y
POST /articles/:id/accounts/:question/entries/:entry/restoration        y y - - ? ? > > -

GET  /articles/:id/publications                                         y y y y ? ? > > y
POST /articles/:id/publications                                         y - - - ? ? > > -
GET  /articles/:id/publications/:publication/withdrawal                 y y y y ? ? > > y
POST /articles/:id/publications/:publication/withdrawal                 y - - - ? ? > > -
GET  /articles/:id/complaints                                           y y y y ? ? > > y
POST /articles/:id/complaints                                           y y - - ? ? > > -
GET  /articles/:id/complaints/:complaint                                y y - - ? ? > > y
POST /articles/:id/complaints/:complaint                                y y - - ? ? > > -
GET  /articles/:id/complaints/:complaint/decision                       y y - - ? ? > > y
POST /articles/:id/complaints/:complaint/decision                       y - - - ? ? > > -
GET  /articles/:id/complaints/:complaint/settlement                     y y - - ? ? > > y
POST /articles/:id/complaints/:complaint/settlement                     y - - - ? ? > > -
GET  /articles/:id/complaints/:complaint/answer                         y y - - ? ? > > y
POST /articles/:id/complaints/:complaint/answer                         y y - - ? ? > > -
GET  /articles/:id/corrections                                          y y y y ? ? > > y
POST /articles/:id/corrections                                          y - - - ? ? > > -
GET  /articles/:id/corrections/:correction                              y y y y ? ? > > y
POST /articles/:id/corrections/:correction                              y - - - ? ? > > -
GET  /articles/:id/corrections/:correction/publication                  y y y y ? ? > > y
POST /articles/:id/corrections/:correction/publication                  y - - - ? ? > > -
GET  /articles/:id/corrections/:correction/withdrawal                   y y y y ? ? > > y
POST /articles/:id/corrections/:correction/withdrawal                   y - - - ? ? > > -

GET  /articles/:id/sign-off                                             y y - - ? ? > > y
GET  /articles/:id/sign-off/:rule/reasons/:item                         y y - - ? ? > > y
POST /articles/:id/sign-off/:rule/reasons/:item                         y y - - ? ? > > -
GET  /articles/:id/sign-off/:rule/waiver                                y y - - ? ? > > y
POST /articles/:id/sign-off/:rule/waiver                                y - - - ? ? > > -
GET  /articles/:id/sign-off/answers/:answer/withdrawal                  y y - - ? ? > > y
POST /articles/:id/sign-off/answers/:answer/withdrawal                  y y - - ? ? > > -

GET  /articles/:id/report                                               y y y y ? ? > > y
GET  /articles/:id/report?audience=internal                             y y - - ? ? > > y
GET  /articles/:id/report.:format                                       y y y y ? ? > > y
GET  /articles/:id/report.:format?audience=internal                     y y - - ? ? > > y
GET  /articles/:id/reports                                              y y y y ? ? > > y
GET  /articles/:id/erasure                                              y y y y ? ? > > y
POST /articles/:id/erasure                                              y - - - ? ? > > -
POST /articles/:id/reports                                              y - - - ? ? > > -
GET  /articles/:id/reports/:number                                      y y y y ? ? > > y
GET  /articles/:id/reports/:number?audience=internal                    y y - - ? ? > > y
GET  /articles/:id/reports/:number/report.:format                       y y y y ? ? > > y
GET  /articles/:id/reports/:number/report.:format?audience=internal     y y - - ? ? > > y
`;
