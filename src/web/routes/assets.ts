import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { Router } from 'express';
import { viewsFolder } from '../render-page.js';

const require = createRequire(import.meta.url);
const inPackage = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), file);

/** `GET /assets/…`: our own styles, scripts and pictures, and the style sheet they build on. */
export function createAssetsRouter(): Router {
  const router = Router();
  const options = { maxAge: '1h', index: false, redirect: false, fallthrough: true } as const;
  const single =
    (file: string): express.RequestHandler =>
    (_req, res) => {
      res.set('Cache-Control', 'public, max-age=86400').sendFile(file, { dotfiles: 'allow' });
    };
  router.get('/assets/bootstrap.min.css', single(inPackage('bootstrap', 'dist/css/bootstrap.min.css')));
  router.use('/assets', (_req, res, next) => {
    res.set('Cross-Origin-Resource-Policy', 'cross-origin').removeHeader('Cache-Control');
    next();
  });
  router.use('/assets', express.static(join(viewsFolder(), 'assets'), options));
  return router;
}
