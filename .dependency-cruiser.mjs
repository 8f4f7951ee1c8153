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
  plan: ['load', 'calendar', 'time'],
  report: ['drift', 'plan', 'load', 'calendar', 'time'],
  summary: ['drift', 'plan', 'load', 'calendar', 'time', 'words'],
  recurrence: ['calendar', 'time'],
  'sources/google': ['recurrence', 'calendar', 'time'],
  'sources/outlook': ['calendar', 'time'],
  'sources/caldav': ['calendar', 'time'],
  'sources/ics': ['recurrence', 'calendar', 'time'],
  'sources/sample': ['calendar', 'time'],
  store: ['calendar', 'classify', 'load', 'time'],
  sync: ['sources', 'store', 'calendar', 'classify', 'load', 'time'],
};

const arrows = Object.entries(ARROWS).map(([folder, allowed]) => ({
  name: `src/${folder} imports only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/${folder}/`, ...allowed.map((name) => `^src/${name}/`)] },
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
        path: '^(src/sources/|src/classify/(model|classifier)|node_modules/(ical\\.js|rrule-temporal|tsdav)/)',
      },
    },
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything named is there', severity: 'error', from: {}, to: { couldNotResolve: true } },
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
