/** A box of a column: how high it is, and where its middle would like to be (null: no wish). */
export interface StackedBox {
  height: number;
  wish: number | null;
}

/**
 * Places the boxes of a column, in their order, as near to their wishes as `gap` between them and the room from 0 to `room` allow;
 * answers their tops. Neighbours that want the same place share it around their mean (pool adjacent violators): linear.
 */
export function stackBoxes(boxes: readonly StackedBox[], gap: number, room: number): number[] {
  const offsets: number[] = [];
  let total = 0;
  for (const box of boxes) {
    offsets.push(total);
    total += box.height + gap;
  }
  const free = Math.max(0, room - (total - gap));
  const wishes = boxes.map((box, at) => (box.wish === null ? free / 2 : box.wish - box.height / 2 - (offsets[at] ?? 0)));
  return risingMeans(wishes).map((value, at) => Math.min(Math.max(value, 0), free) + (offsets[at] ?? 0));
}

/** The never falling numbers that are nearest to `values`. */
function risingMeans(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: block.sum + last.sum, count: block.count + last.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count));
}
