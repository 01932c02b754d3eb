// The addresses of spreadsheets of claims: a part of the list in paths.ts.

export const sheet_paths = {
  claims_file: '/articles/:id/claims.:format',
  claim_sheets: '/articles/:id/sheets',
  claim_sheet: '/articles/:id/sheets/:sheet',
  claim_sheet_columns: '/articles/:id/sheets/:sheet/columns',
  claim_sheet_statuses: '/articles/:id/sheets/:sheet/statuses',
  sheet_row_placement: '/articles/:id/sheet-rows/:row/placement',
  sheet_row_removal: '/articles/:id/sheet-rows/:row/removal',
  sheet_entry_taking: '/articles/:id/claims/:number/suggested/:entry/taking',
  sheet_entry_dismissal: '/articles/:id/claims/:number/suggested/:entry/dismissal',
  sheet_entry_restoration: '/articles/:id/claims/:number/suggested/:entry/restoration',
} as const;
