/** The look of the readable download, which must be whole without this site. */
const CSS = `
body { margin: 0; background: #f3f6f8; color: #17252d; font: 1.05rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
section { background: #fff; border: 1px solid #c9d3d9; border-radius: 0.9rem; padding: 1rem 1.5rem; margin: 0 0 1rem; }
h2 { margin: 0 0 0.5rem; } h3 { margin: 1rem 0 0.25rem; font-size: 1.05rem; }
dl { margin: 0; } dl > div { padding: 0.4rem 0; border-top: 1px solid #e3eff4; }
dt { color: #51616b; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
`;

/** The style sheet as an address that carries its own content. */
export function downloadStyle(): string {
  return `data:text/css;charset=utf-8,${encodeURIComponent(CSS)}`;
}
