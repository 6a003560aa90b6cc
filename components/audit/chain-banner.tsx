import type { ChainState } from "@/lib/audit/schema";
import type { Voice } from "@/lib/platform/i18n/translate";
import { Banner } from "../ui/banner";
import { Time } from "../ui/time";

/** Whether what is shown is still what was written, as far as that was checked. */
export function ChainBanner({ chain, t, format, now }: { chain: ChainState } & Voice) {
  const { check, sealedAt, hash } = chain;
  const isBroken = Boolean(check?.fault);
  return (
    <Banner tone={isBroken ? "error" : check ? "success" : "info"}>
      <p className="font-semibold">
        {t(isBroken ? "audit.chainBroken" : check ? "audit.chainHolds" : "audit.chainUncheckedTitle")}
      </p>
      <p>
        {isBroken && t("audit.chainBrokenAt", { seal: check?.faultSeal ?? 0 })}
        {!isBroken && check && t("audit.chainChecked", { events: check.events })}
        {!check && t("audit.chainUnchecked")} {check && <Time at={check.checkedAt} now={now} format={format} />}
      </p>
      {sealedAt && (
        <p className="mt-1 text-xs">
          {t("audit.chainHash")} <code className="wrap-anywhere font-mono">{hash}</code>
        </p>
      )}
    </Banner>
  );
}
