/** The lines of a list to choose from: `none` first, then a tree, each branch set in by how far down it hangs. */
export function TreeOptions(props: { none: string; branches: { id: string; name: string; depth: number }[] }) {
  return (
    <>
      <option value="">{props.none}</option>
      {props.branches.map(({ id, name, depth }) => (
        <option key={id} value={id}>
          {"\u2003".repeat(depth) + name}
        </option>
      ))}
    </>
  );
}
