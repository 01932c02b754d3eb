// The addresses of what does not agree in an article: a part of the list in paths.ts.

export const finding_paths = {
  findings: '/articles/:id/findings',
  finding_taking: '/articles/:id/findings/:finding/taking',
  finding_dismissal: '/articles/:id/findings/:finding/dismissal',
  finding_reopening: '/articles/:id/findings/:finding/reopening',
} as const;
