/** A line to choose: its name, how far down it hangs, and how much it holds, where that is known. */
type Branch = { id: string; name: string; depth: number; count?: string | undefined };

/** The lines of a list to choose from: `none` first, then a tree, each branch set in by how far down it hangs. */
export function TreeOptions(props: { none: string; branches: Branch[] }) {
  return (
    <>
      <option value="">{props.none}</option>
      {props.branches.map(({ id, name, depth, count }) => (
        <option key={id} value={id}>
          {"\u2003".repeat(depth) + name + (count ? ` (${count})` : "")}
        </option>
      ))}
    </>
  );
}
