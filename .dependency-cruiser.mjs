/**
 * The arrows of the house: a folder of src/ imports from the folders on its line and from nowhere else in src/.
 * A new arrow is one changed line here, which a reader sees. Run by `npm run arrows`.
 */
const ARROWS = {
  time: [],
  words: [],
  calendar: ['time'],
  classify: ['calendar', 'time'],
  load: ['calendar', 'classify', 'time'],
  drift: ['load', 'calendar', 'classify', 'time'],
  history: ['load', 'drift', 'classify', 'calendar', 'time'],
  week: [
    'history',
    'load',
    'drift',
    'summary',
    'settings',
    'sources/traits',
    'classify',
    'calendar',
    'time',
    'words',
  ],
  plan: ['load', 'week', 'classify', 'calendar', 'time'],
  report: ['week', 'drift', 'plan', 'load', 'calendar', 'time'],
  summary: ['week', 'drift', 'plan', 'load', 'calendar', 'time', 'words'],
  recurrence: ['calendar', 'time'],
  'sources/contract': ['calendar', 'time'],
  'sources/traits': ['calendar', 'time'],
  'sources/http': ['calendar'],
  'sources/ics': ['recurrence', 'calendar', 'time'],
  'sources/google': ['sources/contract', 'sources/http', 'sources/ics', 'recurrence', 'calendar', 'time'],
  'sources/outlook': ['sources/contract', 'sources/http', 'sources/ics', 'recurrence', 'calendar', 'time'],
  'sources/caldav': ['sources/contract', 'sources/http', 'sources/ics', 'recurrence', 'calendar', 'time'],
  'sources/zip': ['calendar'],
  'sources/feed': ['sources/contract', 'sources/ics', 'calendar', 'time'],
  'sources/recognise': ['calendar'],
  'sources/address': ['sources/contract', 'sources/http', 'sources/feed', 'calendar', 'time'],
  'sources/export': ['sources/contract', 'sources/http', 'sources/feed', 'sources/zip', 'calendar', 'time'],
  'sources/file': ['sources/contract', 'sources/ics', 'recurrence', 'calendar', 'time'],
  'sources/sample': ['sources/contract', 'calendar', 'time'],
  settings: ['load', 'calendar', 'time'],
  accounts: ['sources/contract', 'calendar', 'time'],
  store: ['drift', 'sources/contract', 'sources/traits', 'calendar', 'classify', 'history', 'load', 'time'],
  sync: ['sources', 'store', 'calendar', 'classify', 'history', 'load', 'time'],
};

/** A folder, or a single file of it where the name is one (`sources/traits`). */
const place = (name) => `^src/${name}(/|\\.ts$)`;

const arrows = Object.entries(ARROWS).map(([folder, allowed]) => ({
  name: `src/${folder} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: place(folder) },
  to: { path: '^src/', pathNot: [folder, ...allowed].map(place) },
}));

export default {
  forbidden: [
    ...arrows,
    {
      name: 'src/ imports nothing from the shells, the tests or the scripts',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(extension|tests|scripts|bench)/' },
    },
    {
      name: 'only extension/ speaks to the browser',
      severity: 'error',
      from: { pathNot: '^extension/' },
      to: { path: 'node_modules/webextension-polyfill/' },
    },
    {
      name: 'zone and calendar maths live in src/time',
      severity: 'error',
      from: { path: '^(src|extension)/', pathNot: '^src/time/' },
      to: { path: 'node_modules/@date-fns/tz/' },
    },
    {
      name: 'pages carry no parser, no source and no model',
      severity: 'error',
      from: { path: '^extension/(popup|settings|welcome|report|ui)/' },
      to: {
        reachable: true,
        path: '^(src/sources/(?!contract|traits|recognise|zip)|src/classify/(model|classifier)|node_modules/(ical\\.js|rrule-temporal|tsdav)/)',
      },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything named is there',
      severity: 'error',
      from: {},
      // A package of types alone has no file to resolve to; TypeScript finds it.
      to: { couldNotResolve: true, pathNot: '^@microsoft/microsoft-graph-types$' },
    },
    {
      name: 'what is shipped stands under dependencies',
      severity: 'error',
      from: { path: '^(src|extension)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
