// Runs before the first paint, so that a reader of dark pages never sees a white flash. kit/color-scheme.ts takes over
// from here and keeps the same key and attribute.
(() => {
  let scheme = 'auto';
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') || 'auto';
  } catch {
    // storage may be forbidden; the system's scheme it is
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
