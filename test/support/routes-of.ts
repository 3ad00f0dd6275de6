import type { Express, Router } from 'express';

/** A route of the application: its method and the pattern it was mounted with. */
export interface KnownRoute {
  method: 'GET' | 'POST';
  pattern: string;
}

interface Layer {
  route?: { path: string | string[]; stack: { method?: string }[] };
  handle?: { stack?: Layer[] };
}

/** Every route that the routers of an application know, found by walking them, so that one added later is found too. */
export function routesOf(app: Express): KnownRoute[] {
  const found = new Map<string, KnownRoute>();
  const walk = (layers: readonly Layer[]): void => {
    for (const { route, handle } of layers) {
      if (handle?.stack) walk(handle.stack);
      for (const pattern of route ? [route.path].flat() : []) {
        for (const { method } of route?.stack ?? []) {
          if (method === 'get' || method === 'post')
            found.set(`${method} ${pattern}`, { method: method === 'get' ? 'GET' : 'POST', pattern });
          else if (method !== undefined) throw new Error(`a method that no test knows: ${method} ${pattern}`);
        }
      }
    }
  };
  walk((app.router as Router & { stack: Layer[] }).stack);
  return [...found.values()];
}

/** The address of a route, with these values for its parameters; a parameter without a value is a mistake of the test. */
export function addressOf({ pattern }: KnownRoute, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for :${name} of ${pattern}`);
    return String(value);
  });
}
