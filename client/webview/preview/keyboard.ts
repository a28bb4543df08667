/** Makes a list of items one stop of Tab: arrows, Home and End go from item to item, Enter does what a click would. */
export function walkItems(host: HTMLElement, enter: (item: Element) => void): void {
  const items = (): HTMLElement[] => [...host.children].filter((child): child is HTMLElement => child instanceof HTMLElement);
  const offer = (): void => {
    const all = items();
    const stop = all.find((item) => item.tabIndex === 0);
    for (const item of all) if (item !== stop) item.tabIndex = -1;
    if (!stop && all[0]) all[0].tabIndex = 0;
  };
  new MutationObserver(offer).observe(host, { childList: true });
  host.addEventListener('focusin', ({ target }) => {
    const item = items().find((one) => one === target);
    if (!item) return;
    for (const other of items()) if (other.tabIndex === 0) other.tabIndex = -1;
    item.tabIndex = 0;
  });
  host.addEventListener('keydown', (event) => {
    const all = items();
    const at = all.indexOf(event.target as HTMLElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Enter') enter(all[at]!);
    else if (to === undefined) return;
    else all[to]?.focus();
    event.preventDefault();
  });
}
