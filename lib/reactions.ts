import { commentPosted } from "./comments/events";
import { deliveryUpdated } from "./delivery/events";
import { notePosted } from "./desk/events";
import { ideaMerged, ideaUnmerged, mergeAsked, mergeDeclined } from "./duplicates/events";
import { findDuplicates } from "./duplicates/reactions";
import { evaluationBegun } from "./evaluation/events";
import { ideaEdited, ideaSubmitted, ideaWithdrawn } from "./ideas/events";
import {
  tellAsked,
  tellAuthor,
  tellEscalated,
  tellOfAssignment,
  tellOfComment,
  tellOfDecline,
  tellOfDelivery,
  tellOfMerge,
  tellOfMove,
  tellOfNews,
  tellOfNote,
  tellOfProgress,
  tellOfWish,
  tellOfWithdrawal,
  tellOwner,
  tellReminded,
} from "./notifications/reactions";
import { type Reaction, when } from "./platform/react";
import {
  ideaAnswered,
  ideaAssigned,
  ideaMoved,
  ideaPaused,
  ideaProgressed,
  ideaResumed,
  reviewEscalated,
  reviewReminded,
} from "./workflow/events";
import { goOnOnceAnswered } from "./workflow/reactions";

/**
 * When this happens, that follows: after it was committed, in the worker, at least once, each by itself and retried
 * alone. The only place that joins modules sideways. What is named here says `followed: true` where it is declared.
 */
export const reactions: Reaction[] = [
  ...when(ideaSubmitted, { findDuplicates }),
  ...when(ideaEdited, { findDuplicates }),
  ...when(commentPosted, { goOnOnceAnswered, tellOfComment }),
  ...when(ideaWithdrawn, { tellOfWithdrawal }),
  ...when(notePosted, { tellOfNote }),
  ...when(evaluationBegun, { tellAsked }),
  ...when(ideaMoved, { tellOfMove }),
  ...when(ideaMerged, { tellOfMerge, findDuplicates }),
  ...when(ideaUnmerged, { tellOfMerge }),
  ...when(mergeAsked, { tellOfWish }),
  ...when(mergeDeclined, { tellOfDecline }),
  ...when(ideaAnswered, { tellOfNews }),
  ...when(ideaProgressed, { tellOfProgress }),
  ...when(deliveryUpdated, { tellOfDelivery }),
  ...when(ideaAssigned, { tellOfAssignment }),
  ...when(ideaPaused, { tellAuthor }),
  ...when(ideaResumed, { tellOwner }),
  ...when(reviewReminded, { tellReminded }),
  ...when(reviewEscalated, { tellEscalated }),
];
