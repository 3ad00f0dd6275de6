// The import rules of the house (README, "Map of folders"), held by dependency-cruiser.
const rings = {
  shared: [],
  i18n: [],
  domain: [],
  lti: [],
  reports: ['domain'],
  usecases: ['domain', 'lti', 'reports'],
  persistence: ['domain', 'lti', 'reports', 'usecases'],
  outbound: ['domain', 'lti', 'usecases'],
  moodle: ['domain', 'lti', 'usecases', 'i18n'],
  web: ['domain', 'reports', 'usecases', 'i18n'],
  worker: ['usecases'],
  demo: ['lti', 'i18n'],
  browser: ['domain'],
};
const forbiddenPackages = {
  domain: '.*',
  lti: '^(express|sequelize|axios|ejs|mysql2|sqlite3)',
  usecases: '^(express|sequelize|axios|ejs|mysql2|sqlite3)',
  reports: '^(express|sequelize|axios|ejs|mysql2|sqlite3)',
  web: '^(sequelize|mysql2|sqlite3|axios|jose)',
  worker: '^(express|sequelize|axios|ejs|mysql2|sqlite3)',
};
const ring = (name) => ({
  name: `${name}-imports`,
  severity: 'error',
  comment: `src/${name} may import shared${rings[name].length ? `, ${rings[name].join(', ')}` : ''} and itself`,
  from: { path: `^src/${name}/` },
  to: { path: '^(src|config|test)/', pathNot: `^src/(${[name, 'shared', ...rings[name]].join('|')})/` },
});
const packages = ([name, pattern]) => ({
  name: `${name}-packages`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { dependencyTypes: ['npm', 'npm-dev', 'core'], path: pattern === '.*' ? '.*' : `node_modules/(${pattern.slice(1)})` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody-imports-main', severity: 'error', from: { pathNot: '^(src/main|test)/' }, to: { path: '^src/main/' } },
    { name: 'only-main-imports-demo', severity: 'error', from: { pathNot: '^(src/main/demo|src/demo|test/)' }, to: { path: '^src/demo/' } },
    {
      name: 'only-main-and-config-read-config',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main/' },
      to: { path: '^config/' },
    },
    { name: 'source-never-imports-tests', severity: 'error', from: { path: '^(src|config)/' }, to: { path: '^test/' } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$|^src/main/|^src/browser/' },
      to: {},
    },
    ...Object.keys(rings).map(ring),
    ...Object.entries(forbiddenPackages).map(packages),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
