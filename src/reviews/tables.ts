// The rows of what a review asks of the copy.

export interface FixTable {
  id: string;
  desk_id: string;
  article_id: string;
  claim_id: string;
  old_words: string;
  new_words: string;
  reason: string;
  state: 'asked' | 'agreed' | 'refused';
  asked_by: string | null;
  asked_at: string;
  decided_by: string | null;
  decided_at: string | null;
  revision: number;
}
