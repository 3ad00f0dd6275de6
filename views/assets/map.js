// Lights up a path without loading the whole page again. Every choice is a plain link, so the page works without this file.
document.addEventListener('click', async (event) => {
  const link = event.target instanceof Element ? event.target.closest('[data-map] a[href^="?"]') : null;
  if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const url = new URL(link.href);
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error('no answer');
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-map]');
    if (!fresh) throw new Error('no map');
    show(fresh, link);
    url.hash = '';
    history.replaceState(null, '', url);
  } catch {
    location.assign(link.href);
  }
});

function show(fresh, link) {
  const map = document.querySelector('[data-map]');
  const inPicture = link.closest('svg') !== null;
  const place = [...map.querySelectorAll('.im-paths a')].indexOf(link);
  const sideways = map.querySelector('.im-map-frame').scrollLeft;
  for (const part of ['.im-map-picture', '.im-paths', '#chosen-path']) {
    const old = map.querySelector(part);
    const next = document.importNode(fresh.querySelector(part), true);
    if (part === '#chosen-path') old.replaceChildren(...next.childNodes);
    else old.replaceWith(next);
  }
  map.querySelector('.im-map-frame').scrollLeft = sideways;
  if (inPicture) document.getElementById(link.id)?.focus({ preventScroll: true });
  else if (place >= 0) map.querySelectorAll('.im-paths a')[place]?.focus({ preventScroll: true });
  const chosen = map.querySelector('#chosen-path');
  if (!inPicture && chosen.firstElementChild) chosen.scrollIntoView({ block: 'start' });
}
