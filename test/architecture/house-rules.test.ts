import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

const root = resolve(import.meta.dirname, '../..');

/** The files below a folder with an ending, as paths from the root. */
function files(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));
}
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the rules of the house', () => {
  it('read process.env in one place', () => {
    const readers = [...files('src', '.ts'), ...files('config', '.ts')].filter((file) => textOf(file).includes('process.env'));
    expect(readers).to.deep.equal(['config/load-config.ts']);
  });

  it('take time and randomness as arguments in domain, lti and usecases', () => {
    const offenders = ['src/domain', 'src/lti', 'src/usecases']
      .flatMap((folder) => files(folder, '.ts'))
      .filter((file) => /Date\.now\(|new Date\(\)|Math\.random\(/.test(textOf(file)));
    expect(offenders).to.deep.equal([]);
  });

  it('print raw output in views only for includes and the body of the layout', () => {
    const raw = files('views', '.ejs').flatMap((file) =>
      [...textOf(file).matchAll(/<%-\s*([^%]*)%>/g)]
        .map((match) => `${file}: ${match[1]?.trim()}`)
        .filter((line) => !/: (include\(|body$)/.test(line)),
    );
    expect(raw).to.deep.equal(RAW_OUTPUT_WITH_A_REASON);
  });

  it('keep inline scripts, handlers and styles out of views', () => {
    const offenders = files('views', '.ejs').filter((file) =>
      /<script(?![^>]*\bsrc=)(?![^>]*application\/json)|\son[a-z]+=|\sstyle=|<style/i.test(textOf(file)),
    );
    expect(offenders).to.deep.equal([]);
  });

  it('name purl.imsglobal.org in one file of the product', () => {
    const names = files('src', '.ts').filter((file) => textOf(file).includes('purl.imsglobal.org') && !file.startsWith('src/demo/'));
    expect(names.filter((file) => !['src/lti/claims.ts', 'src/lti/role-names.ts'].includes(file))).to.deep.equal([]);
  });

  it('keep files short enough to be read', () => {
    const long = [...files('src', '.ts'), ...files('config', '.ts')].filter(
      (file) => textOf(file).split('\n').length > 301 && !file.startsWith('src/i18n/'),
    );
    expect(long).to.deep.equal([]);
  });
});

/** Charts are SVG made by ourselves on the server from escaped texts. */
const RAW_OUTPUT_WITH_A_REASON: string[] = [];
