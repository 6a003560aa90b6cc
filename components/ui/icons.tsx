import type { ComponentProps } from "react";
import sprite from "./icons.svg";

/** A small drawing. It has no name of its own: what it means is written beside it. */
export type Icon = (props: ComponentProps<"svg">) => React.JSX.Element;

/** All drawings are one file, which a browser fetches once; drawn here, each would come with every page, and twice. */
const drawing = (name: string, { className, ...rest }: ComponentProps<"svg">) => (
  <svg aria-hidden className={className ? `icon ${className}` : "icon"} {...rest}>
    <use href={`${sprite.src}#${name}`} />
  </svg>
);

export const Archive: Icon = (props) => drawing("archive", props);
export const ArrowBigUp: Icon = (props) => drawing("arrow-big-up", props);
export const ArrowDownUp: Icon = (props) => drawing("arrow-down-up", props);
export const ArrowLeft: Icon = (props) => drawing("arrow-left", props);
export const ArrowRight: Icon = (props) => drawing("arrow-right", props);
export const AtSign: Icon = (props) => drawing("at-sign", props);
export const ArrowUp: Icon = (props) => drawing("arrow-up", props);
export const Bell: Icon = (props) => drawing("bell", props);
export const BellRing: Icon = (props) => drawing("bell-ring", props);
export const Bold: Icon = (props) => drawing("bold", props);
export const Bookmark: Icon = (props) => drawing("bookmark", props);
export const Building2: Icon = (props) => drawing("building-2", props);
export const CalendarDays: Icon = (props) => drawing("calendar-days", props);
export const CalendarClock: Icon = (props) => drawing("calendar-clock", props);
export const ChartNoAxesCombined: Icon = (props) => drawing("chart-no-axes-combined", props);
export const Check: Icon = (props) => drawing("check", props);
export const ChevronDown: Icon = (props) => drawing("chevron-down", props);
export const ChevronRight: Icon = (props) => drawing("chevron-right", props);
export const CircleAlert: Icon = (props) => drawing("circle-alert", props);
export const CircleCheck: Icon = (props) => drawing("circle-check", props);
export const CirclePause: Icon = (props) => drawing("circle-pause", props);
export const CirclePlay: Icon = (props) => drawing("circle-play", props);
export const CircleX: Icon = (props) => drawing("circle-x", props);
export const Clock: Icon = (props) => drawing("clock", props);
export const CloudLightning: Icon = (props) => drawing("cloud-lightning", props);
export const CloudOff: Icon = (props) => drawing("cloud-off", props);
export const Columns3: Icon = (props) => drawing("columns-3", props);
export const CornerDownRight: Icon = (props) => drawing("corner-down-right", props);
export const Download: Icon = (props) => drawing("download", props);
export const Ellipsis: Icon = (props) => drawing("ellipsis", props);
export const ExternalLink: Icon = (props) => drawing("external-link", props);
export const Eye: Icon = (props) => drawing("eye", props);
export const EyeOff: Icon = (props) => drawing("eye-off", props);
export const FilePen: Icon = (props) => drawing("file-pen", props);
export const Gavel: Icon = (props) => drawing("gavel", props);
export const GripVertical: Icon = (props) => drawing("grip-vertical", props);
export const Heading: Icon = (props) => drawing("heading", props);
export const History: Icon = (props) => drawing("history", props);
export const Hourglass: Icon = (props) => drawing("hourglass", props);
export const House: Icon = (props) => drawing("house", props);
export const Inbox: Icon = (props) => drawing("inbox", props);
export const Info: Icon = (props) => drawing("info", props);
export const Italic: Icon = (props) => drawing("italic", props);
export const Keyboard: Icon = (props) => drawing("keyboard", props);
export const KeyRound: Icon = (props) => drawing("key-round", props);
export const Lightbulb: Icon = (props) => drawing("lightbulb", props);
export const Link2: Icon = (props) => drawing("link-2", props);
export const List: Icon = (props) => drawing("list", props);
export const ListOrdered: Icon = (props) => drawing("list-ordered", props);
export const LoaderCircle: Icon = (props) => drawing("loader-circle", props);
export const LogOut: Icon = (props) => drawing("log-out", props);
export const Mail: Icon = (props) => drawing("mail", props);
export const Merge: Icon = (props) => drawing("merge", props);
export const MessageSquare: Icon = (props) => drawing("message-square", props);
export const MessageSquareReply: Icon = (props) => drawing("message-square-reply", props);
export const MessagesSquare: Icon = (props) => drawing("messages-square", props);
export const Monitor: Icon = (props) => drawing("monitor", props);
export const Moon: Icon = (props) => drawing("moon", props);
export const NotebookPen: Icon = (props) => drawing("notebook-pen", props);
export const NotebookText: Icon = (props) => drawing("notebook-text", props);
export const Pencil: Icon = (props) => drawing("pencil", props);
export const PenLine: Icon = (props) => drawing("pen-line", props);
export const Plus: Icon = (props) => drawing("plus", props);
export const Quote: Icon = (props) => drawing("quote", props);
export const Redo2: Icon = (props) => drawing("redo-2", props);
export const Rocket: Icon = (props) => drawing("rocket", props);
export const Scale: Icon = (props) => drawing("scale", props);
export const Search: Icon = (props) => drawing("search", props);
export const SearchX: Icon = (props) => drawing("search-x", props);
export const Send: Icon = (props) => drawing("send", props);
export const Settings: Icon = (props) => drawing("settings", props);
export const ShieldAlert: Icon = (props) => drawing("shield-alert", props);
export const SlidersHorizontal: Icon = (props) => drawing("sliders-horizontal", props);
export const Sparkles: Icon = (props) => drawing("sparkles", props);
export const Sun: Icon = (props) => drawing("sun", props);
export const Trash2: Icon = (props) => drawing("trash-2", props);
export const TriangleAlert: Icon = (props) => drawing("triangle-alert", props);
export const Undo2: Icon = (props) => drawing("undo-2", props);
export const UserCheck: Icon = (props) => drawing("user-check", props);
export const UserPlus: Icon = (props) => drawing("user-plus", props);
export const Users: Icon = (props) => drawing("users", props);
export const X: Icon = (props) => drawing("x", props);
