export const dynamic = "force-dynamic";

/** What a page costs in which there is nothing. */
export default function Page() {
  return <main>Nothing</main>;
}
