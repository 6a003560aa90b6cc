export default function Home() {
  return <main>Tormenta</main>;
}
