import type { FigureKinds } from './figures.js';
import type { Release, ReleasedFigure } from './released.js';

type Kind = keyof FigureKinds;

/** A figure's value when it may be shown, else null. `R10b` is R10 of one behaviour. */
export function figureOf<Name extends Kind>(release: Pick<Release, 'figures'>, kind: Name, ...parts: string[]): FigureKinds[Name] | null {
  const value = releasedOf(release, kind, ...parts)?.value;
  return value?.shown ? (value as FigureKinds[Name]) : null;
}

/** A figure with its date, shown or hidden; null when it is not in the release. */
export function releasedOf(release: Pick<Release, 'figures'>, kind: Kind, ...parts: string[]): ReleasedFigure | null {
  const code = [kind === 'R10b' ? 'R10' : kind, ...parts].join('/');
  return release.figures.find(({ figure }) => figure === code) ?? null;
}
