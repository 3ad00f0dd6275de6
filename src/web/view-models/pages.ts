/** The error page; texts are in the person's language. */
export interface ErrorPage {
  title: string;
  text: string;
  /** Further sentences, e.g. what an administrator can do. */
  details: string[];
  reference: string | null;
  /** Where to go on in a new tab, when that helps. */
  link: { url: string; text: string; inNewTab: boolean } | null;
}
