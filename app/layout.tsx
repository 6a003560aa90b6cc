import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readerLocale } from "@/lib/access/reader";
import { ownCookie } from "@/lib/platform/own-cookie";
import { isTheme, themeCookie } from "@/lib/platform/theme";
import "./globals.css";

export const dynamic = "force-dynamic";

export const viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1118" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get(ownCookie(themeCookie))?.value;
  return (
    <html lang={await readerLocale()} data-theme={isTheme(theme) && theme !== "system" ? theme : undefined}>
      <body>{children}</body>
    </html>
  );
}
