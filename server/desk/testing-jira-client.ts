/**
 * jira.js in its audit mode, in which it notes every key of an answer that Jira does not have. The mode is read when the library
 * is first loaded, and test files may share what is loaded: so all of them load it here.
 */
export async function loadJiraClient() {
  process.env['AUDIT_SCHEMAS'] = 'true';
  const [jira, core] = await Promise.all([import('jira.js'), import('jira.js/core')]);
  return { jira, core };
}
