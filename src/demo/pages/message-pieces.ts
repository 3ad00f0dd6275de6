/** A piece of a message: a stretch of text, perhaps a link, perhaps on a new line. */
export interface MessagePiece {
  text: string;
  href: string | null;
  startsLine: boolean;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ' };

/** Takes an HTML message apart into text and http links; every other tag is dropped, as an LMS cleans what it shows. */
export function messagePieces(html: string): MessagePiece[] {
  const pieces: MessagePiece[] = [];
  let href: string | null = null;
  let startsLine = true;
  for (const [part] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!part.startsWith('<')) {
      const text = plain(part);
      if (text.trim() === '' && pieces.length === 0) continue;
      pieces.push({ text, href, startsLine });
      startsLine = false;
    } else if (/^<a\s/i.test(part)) href = linkOf(part);
    else if (/^<\/a/i.test(part)) href = null;
    else if (/^<(p|br|li|div)\b/i.test(part)) startsLine = true;
  }
  return pieces;
}

function linkOf(tag: string): string | null {
  const address = plain(/href\s*=\s*"([^"]*)"/i.exec(tag)?.[1] ?? '');
  return /^https?:\/\//i.test(address) ? address : null;
}

function plain(text: string): string {
  return text
    .replace(/&#x?([0-9a-f]+);/gi, (entity, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, /^&#x/i.test(entity) ? 16 : 10)),
    )
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
}
