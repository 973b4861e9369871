// Going about a map by keys: the nearest state in the direction of the arrow.

const DIRECTION = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The place to go to, or null. places: id to [x, y]. */
export function neighbour(places, from, key) {
  const way = DIRECTION[key];
  if (!way || !places.has(from)) return null;
  const [x, y] = places.get(from);
  let best = null;
  let least = Infinity;
  for (const [id, [ox, oy]] of places) {
    const along = (ox - x) * way[0] + (oy - y) * way[1];
    const aside = Math.abs((ox - x) * way[1]) + Math.abs((oy - y) * way[0]);
    const cost = along + 2.2 * aside;
    if (id !== from && along > 4 && cost < least) {
      best = id;
      least = cost;
    }
  }
  return best;
}
