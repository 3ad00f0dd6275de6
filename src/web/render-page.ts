import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import type { Response } from 'express';
import { localsOf } from './locals.js';
import type { PageMap, PageName } from './page-map.js';

/** Where the templates stand; the same from source and from the build. */
export function viewsFolder(): string {
  const here = fileURLToPath(import.meta.url);
  return here.slice(0, here.lastIndexOf(here.includes('/dist/src/web/') ? '/dist/src/web/' : '/src/web/')).concat('/views');
}

/** The form of a step in `partials/step.ejs`. */
const STEP_FORM = 'im-step';
const options = { cache: true, async: false as const, rmWhitespace: false };

/** Renders one template with its data; a name missing in the data throws. */
export function renderView(view: string, data: object): Promise<string> {
  return ejs.renderFile(`${viewsFolder()}/${view}.ejs`, data as Record<string, unknown>, options);
}

/** Renders a page inside the layout and sends it. `title` of the page data becomes the document's title. */
export async function renderPage<Name extends PageName>(res: Response, name: Name, page: PageMap[Name]): Promise<void> {
  const { t, language, csrfToken, nav, course } = localsOf(res);
  const shared = { t, language, csrfToken: csrfToken ?? '' };
  const body = await renderView(name, { ...shared, ...page });
  const title = 'title' in page && typeof page.title === 'string' ? page.title : t('common.product');
  const html = await renderView('layout', {
    ...shared,
    body,
    title,
    nav: nav ?? [],
    courseTitle: course?.title ?? null,
    path: res.req.originalUrl,
    // On a form that is walked step by step the language button posts that form, so that nothing typed is lost.
    stepForm: 'frame' in page ? STEP_FORM : null,
  });
  res.type('html').send(html);
}
