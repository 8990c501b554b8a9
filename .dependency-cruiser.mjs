// The direction rule of ARCHITECTURE.md: platform ← fields ← identity ← customers ← desk ← portal.
// A room imports only rooms to its left, and only through that room's index.ts.

const rooms = ['fields', 'identity', 'customers', 'desk', 'portal'];

const direction = rooms.map((room, index) => ({
  name: `${room}-imports-only-to-its-left`,
  comment: `server/${room} may import ${['platform', ...rooms.slice(0, index)].join(', ')} and nothing to its right; tell the right with an event.`,
  severity: 'error',
  from: { path: `^server/${room}/` },
  to: { path: `^server/(${rooms.slice(index + 1).join('|') || 'none'})/` },
}));

const frontDoors = rooms.map((room) => ({
  name: `${room}-is-entered-through-its-index`,
  comment: `Import server/${room}/index.ts, not a file behind it.`,
  severity: 'error',
  // bench/queries measures parts of a room by themselves.
  from: { path: '^(server|demo|bench|scripts|e2e)/', pathNot: `^(server/${room}|bench/queries)/` },
  to: { path: `^server/${room}/`, pathNot: `^server/${room}/index\\.ts$` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...direction,
    ...frontDoors,
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: `^server/(${rooms.join('|')})/` },
    },
    {
      name: 'web-knows-the-api-only',
      comment: 'The web knows the server by the generated types in web/kit/api/schema.d.ts.',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(server|demo|bench|e2e)/' },
    },
    {
      name: 'web-entries-stay-apart',
      comment: 'A customer never downloads the agent or admin pages.',
      severity: 'error',
      from: { path: '^web/(portal|agent|admin)/' },
      to: { path: '^web/(portal|agent|admin)/', pathNot: '^web/$1/' },
    },
    {
      name: 'kit-knows-no-entry',
      severity: 'error',
      from: { path: '^web/kit/' },
      to: { path: '^web/(portal|agent|admin)/' },
    },
    {
      name: 'server-is-not-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'product-does-not-need-demo',
      comment: 'Only the command line starts the demo.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/cli/' },
      to: { path: '^(demo|e2e|bench)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'product-imports-are-dependencies',
      comment: 'What the server needs at run time is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^server/', pathNot: '(\\.test\\.ts|/testing[^/]*\\.ts|^server/cli/)' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json', '.css'],
    },
  },
};
