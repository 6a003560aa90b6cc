import { pageDoor, visitorPageDoor } from "@/lib/access/page";
import { Refused } from "./refused";

/** The page door, with what this portal shows when it stays shut. */
export const page = pageDoor(Refused);

/** The page door for people who have not signed in. */
export const visitorPage = visitorPageDoor(Refused);
