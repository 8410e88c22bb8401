import type {
  Actor,
  CommandType,
  Consultation,
  ConsultationEvent,
  JsonObject,
  Profile,
} from '@lpse-konsultasi/form-schema';
import { SampleOffice } from './sample-office.js';
import { beforeInService } from './timeline.js';

/** What a scene may look at when it says what was entered. */
export interface Moment {
  readonly consultation: Consultation;
  readonly profile: Profile;
  readonly by: Actor;
  /** ISO instant of the scene. */
  readonly at: string;
  /** A counter where nobody is being helped, if there is one. */
  readonly freeCounter: string | undefined;
}

/** One command of a story. The first one registers the case and has plain data. */
export interface Scene {
  /** Minutes of service since the scene before. */
  readonly after: number;
  readonly by: Actor;
  readonly type: CommandType;
  readonly data: JsonObject | ((moment: Moment) => JsonObject);
}

/** One case from its first command to its last. */
export interface Story {
  /** The id of the case. */
  readonly id: string;
  /** Minutes of service between the last scene and now. */
  readonly ago: number;
  readonly scenes: readonly Scene[];
}

export interface PlayOptions {
  readonly profile: Profile;
  /** The instant up to which the stories have happened. Default: now. */
  readonly now?: Date;
}

/**
 * Lets the stories happen at one office, in the order of their times, by the real rules: numbers run on and counters
 * are taken as they would be. The same stories up to the same `now` give the same logs. A story of which the profile
 * refuses a scene ends before it.
 */
export function play(
  stories: readonly Story[],
  { profile, now = new Date() }: PlayOptions,
): readonly (readonly ConsultationEvent[])[] {
  const office = new SampleOffice(profile);
  const refused = new Set<Story>();
  for (const { story, scene, at } of inOrder(stories, profile, now)) {
    if (!refused.has(story) && !office.carryOut(story.id, scene, at)) refused.add(story);
  }
  return stories.map(({ id }) => office.logOf(id)).filter((log) => log.length > 0);
}

interface Cue {
  readonly story: Story;
  readonly scene: Scene;
  readonly at: Date;
}

/** All scenes of all stories as they followed each other. */
function inOrder(stories: readonly Story[], { office }: Profile, now: Date): readonly Cue[] {
  return stories
    .flatMap((story) => {
      let ago = story.ago + story.scenes.reduce((sum, { after }) => sum + after, 0);
      return story.scenes.map((scene): Cue => {
        ago -= scene.after;
        return { story, scene, at: beforeInService(now, ago, office) };
      });
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
