import { expect } from 'chai';
import { createSecrets, sameText } from '../../src/shared/secrets.js';

describe('secrets', () => {
  const secrets = createSecrets('a'.repeat(32));

  it('opens what it sealed, also text of any script', () => {
    expect(secrets.open('token', secrets.seal('token', 'geheim 🔑 ключ'))).to.equal('geheim 🔑 ключ');
  });

  it('refuses another purpose, another secret and a changed value', () => {
    const sealed = secrets.seal('token', 'x');
    expect(() => secrets.open('key', sealed)).to.throw();
    expect(() => createSecrets('b'.repeat(32)).open('token', sealed)).to.throw();
    expect(() => secrets.open('token', `${sealed.slice(0, -2)}AA`)).to.throw();
  });

  it('opens with the previous secret after a change', () => {
    expect(createSecrets('b'.repeat(32), 'a'.repeat(32)).open('token', secrets.seal('token', 'x'))).to.equal('x');
  });

  it('gives another digest for another purpose', () => {
    expect(secrets.mac('a', 'x')).to.not.equal(secrets.mac('b', 'x'));
    expect(secrets.mac('a', 'x')).to.equal(secrets.mac('a', 'x'));
  });

  it('compares texts of different length', () => {
    expect(sameText('a', 'a')).to.equal(true);
    expect(sameText('a', 'ab')).to.equal(false);
  });
});
