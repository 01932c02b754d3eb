// Where an article's tabs are wider than the window, moves them so that the current one is in sight.

const tab = document.querySelector<HTMLElement>('.tabs ul a[aria-current]');
const row = tab?.closest('ul');
if (tab && row && row.scrollWidth > row.clientWidth) {
  const [at, room] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += at.left < room.left ? at.left - room.left : Math.max(0, at.right - room.right);
}
