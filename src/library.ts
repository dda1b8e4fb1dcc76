import type {
  ArticleReply, AskReply, CorpusChanges, CorpusStatus, OfficialReply, RegionReply, SearchReply,
} from './reply.ts';

/** Which articles to look in. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, both ends included. */
export interface Filters { region?: string | undefined; official?: string | undefined; from?: string | undefined; to?: string | undefined }

export interface Library {
  search(query: string, options?: Filters & { limit?: number | undefined }): SearchReply;
  ask(question: string, options?: Filters & { limit?: number | undefined }): AskReply;
  region(query: string, options?: { limit?: number | undefined }): RegionReply;
  official(query: string, options?: { limit?: number | undefined }): OfficialReply;
  article(id: string): ArticleReply;
  suggestRegions(typed: string): { name: string; value: string }[];
  suggestOfficials(typed: string): { name: string; value: string }[];
  suggestArticles(typed: string): { name: string; value: string }[];
  reload(): Promise<{ changes: CorpusChanges; status: CorpusStatus }>;
  status(): CorpusStatus;
}
