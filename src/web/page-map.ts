import type { ErrorPage } from './view-models/pages.js';
import type { ErasePage } from './view-models/privacy/erase-page.js';
import type { OwnDataPage } from './view-models/privacy/own-data-page.js';

/** Which view takes which data: a wrong pair does not compile. */
export interface PageMap {
  'errors/error': ErrorPage;
  'my-data/page': { title: string; page: OwnDataPage };
  'my-data/delete': ErasePage;
  'my-data/deleted': { title: string };
}

export type PageName = keyof PageMap;
