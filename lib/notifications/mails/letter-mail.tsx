import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  render,
  Section,
  Text,
} from "@react-email/components";
import { markdownToHtml } from "../../platform/markdown";
import type { Item, Letter } from "../letter";

/** Mail programs know few style sheets: what must be is written at each thing, and these only mend it for the dark. */
const dark = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  .said p { margin: 0 0 8px; }
  .said a { color: inherit; }
  @media (prefers-color-scheme: dark) {
    .page, .page > table > tbody > tr > td { background-color: #16161f !important; }
    .card { background-color: #1f1f2b !important; border-color: #363648 !important; }
    .ink { color: #f1efe9 !important; }
    .muted { color: #b3b2c2 !important; }
    .said { background-color: #2a2a3a !important; color: #f1efe9 !important; border-color: #8f8df0 !important; }
    .go { background-color: #aaa8f5 !important; color: #16161f !important; }
    .line { border-color: #363648 !important; }
  }
  @media (max-width: 480px) { .card { padding: 20px !important; } }`;

const ink = "#22223a";
const muted = "#5d5d70";
const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

function ItemPart({ item, isAlone }: { item: Item; isAlone: boolean }) {
  return (
    <Section style={{ marginBottom: 20 }}>
      {!isAlone && (
        <Text className="muted" style={{ color: muted, fontSize: 13, lineHeight: "18px", margin: "0 0 2px" }}>
          {item.headline}
        </Text>
      )}
      <Link
        href={item.link}
        className="ink"
        style={{ color: ink, fontSize: 17, lineHeight: "24px", fontWeight: 600, textDecoration: "none" }}
      >
        {item.title}
      </Link>
      {item.said && (
        <div
          className="said"
          style={{
            background: "#f4f3fb",
            borderLeft: "3px solid #3b3a9e",
            borderRadius: "0 8px 8px 0",
            color: ink,
            fontSize: 15,
            lineHeight: "23px",
            margin: "10px 0",
            padding: "12px 16px 4px",
          }}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: made harmless by markdownToHtml
          dangerouslySetInnerHTML={{ __html: markdownToHtml(item.said) }}
        />
      )}
      {item.note && (
        <Text className="ink" style={{ color: ink, fontSize: 15, lineHeight: "23px", margin: "8px 0" }}>
          {item.note}
        </Text>
      )}
      {item.because && (
        <Text className="muted" style={{ color: muted, fontSize: 13, lineHeight: "18px", margin: "4px 0 0" }}>
          {item.because}
        </Text>
      )}
    </Section>
  );
}

function LetterMail({ letter }: { letter: Letter }) {
  const { locale, title, sections, more, open, foot } = letter;
  const isAlone = sections[0]?.title === null;
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{dark}</style>
      </Head>
      <Preview>{sections[0]?.items[0]?.title ?? title}</Preview>
      <Body className="page" style={{ background: "#f7f6f3", fontFamily: font, margin: 0, padding: "24px 12px" }}>
        <Container
          className="card"
          style={{
            background: "#ffffff",
            border: "1px solid #e4e2dc",
            borderRadius: 14,
            maxWidth: 560,
            padding: 32,
          }}
        >
          <Text className="muted" style={{ color: muted, fontSize: 13, fontWeight: 600, margin: "0 0 16px" }}>
            Tormenta
          </Text>
          <Heading
            as="h1"
            className="ink"
            style={{ color: ink, fontSize: 24, lineHeight: "31px", letterSpacing: "-0.01em", margin: "0 0 20px" }}
          >
            {title}
          </Heading>
          {sections.map((part) => (
            <Section key={part.title}>
              {part.title && (
                <Heading
                  as="h2"
                  className="ink line"
                  style={{
                    borderBottom: "1px solid #e4e2dc",
                    color: ink,
                    fontSize: 15,
                    lineHeight: "22px",
                    margin: "8px 0 16px",
                    paddingBottom: 8,
                  }}
                >
                  {part.title}
                </Heading>
              )}
              {part.items.map((item) => (
                <ItemPart key={item.link} item={item} isAlone={isAlone} />
              ))}
            </Section>
          ))}
          {more && (
            <Text className="muted" style={{ color: muted, fontSize: 14, margin: "0 0 16px" }}>
              {more}
            </Text>
          )}
          <Button
            href={open.link}
            className="go"
            style={{
              background: "#3b3a9e",
              borderRadius: 8,
              color: "#ffffff",
              fontSize: 15,
              fontWeight: 600,
              padding: "12px 20px",
            }}
          >
            {open.text}
          </Button>
          <Hr className="line" style={{ borderColor: "#e4e2dc", margin: "28px 0 16px" }} />
          <Text className="muted" style={{ color: muted, fontSize: 12, lineHeight: "18px", margin: 0 }}>
            {foot.why}
            <br />
            <Link href={foot.settings.link} className="muted" style={{ color: muted, textDecoration: "underline" }}>
              {foot.settings.text}
            </Link>
            {" · "}
            <Link href={foot.end.link} className="muted" style={{ color: muted, textDecoration: "underline" }}>
              {foot.end.text}
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** The letter as HTML, for light and dark mail programs. */
export const letterHtml = (letter: Letter): Promise<string> => render(<LetterMail letter={letter} />);
