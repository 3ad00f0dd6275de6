/** One element of a picture, ready to be printed by a template that escapes everything. */
export interface SvgNode {
  name: string;
  attributes: { name: string; value: string }[];
  text: string;
  children: SvgNode[];
}

/** A whole picture. */
export interface SvgPicture {
  width: number;
  height: number;
  nodes: SvgNode[];
}

const ELEMENTS = new Set(['rect', 'path', 'text', 'g', 'circle', 'line', 'polyline', 'polygon', 'tspan']);
const ATTRIBUTES = new Set([
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'd', 'points', 'width', 'height', 'transform'],
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['paint-order', 'stroke-miterlimit', 'opacity', 'dominant-baseline', 'text-anchor', 'font-size', 'font-family', 'font-weight'],
]);
const TOKEN = /<(\/?)([A-Za-z]+)([^>]*?)(\/?)>|([^<]+)/g;

/**
 * Reads the SVG text a chart library wrote and keeps shapes and words only: inline styles become attributes, style sheets, classes and
 * anything unknown are dropped, so that the page's strict style policy holds (decisions.md 38).
 */
export function svgNodes(svg: string): SvgNode[] {
  const root: SvgNode = { name: 'svg', attributes: [], text: '', children: [] };
  const open: SvgNode[] = [root];
  for (const [, closes, name, attributes = '', isEmpty, text] of svg.replace(/<style[\s\S]*?<\/style>/g, '').matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += unescaped(text).trim();
    else if (closes) open.pop();
    else if (name !== undefined) {
      const node: SvgNode = { name, attributes: attributesOf(attributes), text: '', children: [] };
      if (ELEMENTS.has(name)) parent.children.push(node);
      // What is not kept is stepped into and forgotten; only the picture itself passes its shapes on.
      if (!isEmpty) open.push(name === 'svg' ? parent : node);
    }
  }
  return root.children;
}

function attributesOf(text: string): SvgNode['attributes'] {
  const attributes = [...text.matchAll(/([A-Za-z][\w:-]*)="([^"]*)"/g)].map(([, name = '', value = '']) => ({
    name,
    value: unescaped(value),
  }));
  const styles = attributes.filter(({ name }) => name === 'style').flatMap(({ value }) => value.split(';'));
  const fromStyle = styles.flatMap((style) => {
    const [name, value] = style.split(':').map((part) => part.trim());
    return name && value ? [{ name, value: value.replace(/^(\d+(\.\d+)?)px$/, '$1') }] : [];
  });
  return [...attributes, ...fromStyle].filter(({ name }) => ATTRIBUTES.has(name));
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
