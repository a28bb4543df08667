/**
 * Runs in a page: what is wrong with it for those who have no mouse or no sight. Everything that can be pressed has a name, and can be
 * come to by Tab or, in a list or a picture that is one stop of Tab, by the arrow keys; nothing has a style or a script of its own.
 */
export function faultsOf(body) {
  const faults = [];
  const told = (element) => element.outerHTML.slice(0, 120);
  for (const element of body.querySelectorAll('button, a, [role="button"], [tabindex]')) {
    if (element.closest('[hidden]')) continue;
    if ((element.getAttribute('aria-label') ?? element.textContent).trim() === '') faults.push(`no name: ${told(element)}`);
    const group = element.closest('.flow, .chat');
    const stops = group && [...group.querySelectorAll('.box, :scope > .item')].filter((one) => one.tabIndex === 0).length;
    if (element.tabIndex < 0 && stops !== 1) faults.push(`not to be come to: ${told(element)}`);
  }
  const ids = [...body.querySelectorAll('[id]')].map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push(`ids twice: ${ids}`);
  if (body.ownerDocument.documentElement.lang === '' || body.querySelectorAll('main').length !== 1)
    faults.push('no language, or no main part');
  for (const element of body.querySelectorAll('[style]:not(#tip), script:not([nonce])')) faults.push(`inline: ${told(element)}`);
  return faults;
}
