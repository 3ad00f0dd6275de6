import type { Response } from 'express';

/** Text that is safe inside HTML and its attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A page that posts a form by itself, as Moodle's launch pages do; without scripts a button is left. */
export function autoPostPage(action: string, fields: Record<string, string>): string {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demo LMS</title></head><body>
<form method="post" action="${escapeHtml(action)}">${inputs.join('')}<noscript><button>Continue</button></noscript></form>
<script>document.forms[0].submit()</script></body></html>`;
}

/** Sends a page that posts `fields` to `action`. */
export function postForm(res: Response, action: string, fields: Record<string, string>): void {
  res.type('html').send(autoPostPage(action, fields));
}

/** The page by which a cross-site post is repeated from the LMS's own site. */
export function repostPage(action: string, fields: Record<string, string>): string {
  return autoPostPage(action, fields);
}

/** What Moodle shows when nothing may be posted to the tool: an HTML error page with status 404. */
export function refusalPage(res: Response, reason: string): void {
  res
    .status(404)
    .type('html')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Error | Demo LMS</title></head><body><h1>Error</h1><p>${escapeHtml(reason)}</p></body></html>`,
    );
}
