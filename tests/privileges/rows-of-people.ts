// Who may what at the door, with people, desks and profiles. Written by hand; table.ts says how to read it.

export const ROWS_OF_PEOPLE = `
                                                      E R G B F A S W L
GET  /                                                y y y y y y > > y
GET  /healthz                                         y y y y y y y y y
GET  /readyz                                          y y y y y y y y y
GET  /styleguide                                      y y y y y y y y y

GET  /keys                                            y y y y y y > > y
GET  /sign-in                                         y y y y y y y y y
POST /sign-in                                         y y y y y y y y y
GET  /sign-out                                        y y y y y y > > y
POST /sign-out                                        y y y y y y y y y
GET  /setup                                           ? ? ? ? ? ? ? ? ?
POST /setup                                           ? ? ? ? ? ? ? ? ?
GET  /invitations/:token                              ? ? ? ? ? ? ? y ?
POST /invitations/:token                              ? ? ? ? ? ? ? y ?
GET  /reset/:token                                    ? ? ? ? ? ? ? y ?
POST /reset/:token                                    ? ? ? ? ? ? ? y ?
GET  /writer/:token                                   ? ? ? ? ? ? ? y ?
POST /writer/:token                                   ? ? ? ? ? ? ? y ?
GET  /writer/:token/package                           ? ? ? ? ? ? ? y ?
GET  /writer/:token/package/files                     ? ? ? ? ? ? ? y ?
POST /writer/:token/package/files                     ? ? ? ? ? ? ? y ?
GET  /writer/:token/package/contacts                  ? ? ? ? ? ? ? y ?
POST /writer/:token/package/contacts                  ? ? ? ? ? ? ? y ?
GET  /writer/:token/package/notes                     ? ? ? ? ? ? ? y ?
POST /writer/:token/package/notes                     ? ? ? ? ? ? ? y ?
GET  /facts/:token                                    ? ? ? ? ? ? ? y ?
POST /facts/:token                                    ? ? ? ? ? ? ? y ?

GET  /me                                              y y y y y y > > y
GET  /me/preferences                                  y y y y y y > > y
POST /me/preferences                                  y y y y y y > > y
GET  /me/password                                     y y y y y y > > y
POST /me/password                                     y y y y y y > > y
GET  /me/sessions                                     y y y y y y > > y
POST /me/sessions                                     y y y y y y > > y

GET  /people                                          - - - - - y > > -
GET  /people/:number                                  - - - - - y > > -
GET  /people/:number/administration                   - - - - - y > > -
POST /people/:number/administration                   - - - - - y > > -
GET  /people/:number/disablement                      - - - - - y > > -
POST /people/:number/disablement                      - - - - - y > > -
GET  /people/:number/enablement                       - - - - - y > > -
POST /people/:number/enablement                       - - - - - y > > -
GET  /people/:number/reset                            - - - - - y > > -
POST /people/:number/reset                            - - - - - y > > -
GET  /people/invitations                              y - - y y y > > -
POST /people/invitations                              y - - - ? y > > -
GET  /people/invitations/:id/withdrawal               y - - y y y > > -
POST /people/invitations/:id/withdrawal               y ? ? ? ? y > > ?

GET  /desks                                           y y y y y y > > y
POST /desks                                           - - - - - y > > -
GET  /desks/:slug                                     y y y y ? y > > y
POST /desks/:slug                                     y - - - ? y > > -
GET  /desks/:slug/statement                           y y y y ? y > > y
POST /desks/:slug/statement                           y - - - ? y > > -
GET  /desks/:slug/members                             y y y y ? y > > y
POST /desks/:slug/members                             y - - - ? y > > -
GET  /desks/:slug/members/:number/role                y y y y ? y > > y
POST /desks/:slug/members/:number/role                y - - - ? y > > -
GET  /desks/:slug/members/:number/removal             y y y y ? y > > y
POST /desks/:slug/members/:number/removal             y - - - ? y > > -
GET  /desks/:slug/numbers                             y y y y ? ? > > y
GET  /desks/:slug/numbers.csv                         y y y y ? ? > > y
GET  /desks/:slug/keys                                y y y y ? y > > y
POST /desks/:slug/keys                                y - - - ? y > > -
GET  /desks/:slug/keys/:key.pem                       y y y y ? y > > y
GET  /desks/:slug/profiles                            y - - - ? y > > -
POST /desks/:slug/profiles                            y - - - ? y > > -
GET  /desks/:slug/profiles/new                        y - - - ? y > > -
GET  /desks/:slug/profiles/:profile                   y y y y ? y > > y
POST /desks/:slug/profiles/:profile                   y - - - ? y > > -
GET  /desks/:slug/profiles/:profile/default           y y y y ? y > > y
POST /desks/:slug/profiles/:profile/default           y - - - ? y > > -
GET  /desks/:slug/profiles/:profile/retirement        y y y y ? y > > y
POST /desks/:slug/profiles/:profile/retirement        y - - - ? y > > -
GET  /desks/:slug/profiles/:profile/restoration       y y y y ? y > > y
POST /desks/:slug/profiles/:profile/restoration       y - - - ? y > > -
`;
