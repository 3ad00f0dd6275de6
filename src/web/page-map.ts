import type { ErrorPage } from './view-models/pages.js';

/** Which view takes which data: a wrong pair does not compile. */
export interface PageMap {
  'errors/error': ErrorPage;
}

export type PageName = keyof PageMap;
