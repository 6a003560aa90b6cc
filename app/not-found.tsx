import { Refused } from "./refused";

export default function NotFound() {
  return (
    <main className="mx-auto max-w-2xl px-4 py-16">
      <Refused code="not_found" requestId={undefined} />
    </main>
  );
}
