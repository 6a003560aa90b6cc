import type { Translate } from "@/lib/platform/i18n/translate";

/** How far a thing has come, as a bar and in words. */
export function ProgressBar({ percent, t }: { percent: number; t: Translate }) {
  return (
    <div className="flex items-center gap-3">
      <progress
        value={percent}
        max={100}
        aria-label={t("workflow.progress")}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:rounded-full [&::-moz-progress-bar]:bg-success [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-success"
      />
      <span className="whitespace-nowrap font-semibold text-sm tabular-nums">{t("workflow.percent", { percent })}</span>
    </div>
  );
}
