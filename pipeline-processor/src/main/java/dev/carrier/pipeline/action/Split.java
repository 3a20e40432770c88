package dev.carrier.pipeline.action;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a long text into parts that a platform takes. Code stays code: a part that ends inside a
 * fence closes it, and the next one opens it again with its language.
 */
final class Split {
    private static final Pattern FENCE = Pattern.compile("`{3,}");
    private static final Pattern LANGUAGE = Pattern.compile("\\G([A-Za-z0-9+#._-]{0,30})\\n");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t]*\\n\\s*");
    private static final Pattern LINE = Pattern.compile("\\n");
    private static final Pattern SENTENCE =
            Pattern.compile("(?<=[^\\d\\s][.!?…][\"')\\]]{0,2})\\s");
    private static final Pattern WORD =
            Pattern.compile("(?<!^[ \\t]{0,9}(?:\\d{1,9}[.)]|[-*+]))[ \\t]", Pattern.MULTILINE);
    private static final String CLOSE = "\n```";

    private Split() {}

    /** A fence that is open at some place. */
    private record Fence(boolean open, String language) {
        static final Fence NONE = new Fence(false, "");

        String opening() {
            return open ? "```" + language + "\n" : "";
        }
    }

    /** The parts, in order, none of them blank, each at most {@code limit} UTF-16 units long. */
    static List<String> parts(String text, int limit) {
        List<String> parts = new ArrayList<>();
        String rest = text.strip();
        Fence fence = Fence.NONE;
        while (fence.opening().length() + rest.length() > limit) {
            int room = limit - fence.opening().length() - CLOSE.length();
            int cut = cut(rest, room, fence);
            Fence after = at(rest, cut, fence);
            String part = fence.opening() + rest.substring(0, cut).stripTrailing();
            parts.add(after.open() ? part + CLOSE : part);
            rest = rest.substring(cut);
            rest = after.open() ? rest.replaceFirst("^\\n", "") : rest.strip();
            Matcher closing = FENCE.matcher(rest);
            if (after.open() && closing.lookingAt()) {
                // Nothing of the code is left: it need not be opened again only to be closed.
                rest = rest.substring(closing.end()).strip();
                after = Fence.NONE;
            }
            fence = after;
        }
        parts.add(fence.opening() + rest);
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }

    /** Where to cut at most at {@code room}: the kindest place in the second half of it. */
    private static int cut(String text, int room, Fence fence) {
        for (Pattern kind : List.of(PARAGRAPH, LINE, SENTENCE, WORD)) {
            int best = -1;
            Matcher place = kind.matcher(text).region(0, Math.min(text.length(), room + 1));
            place.useTransparentBounds(true);
            place.useAnchoringBounds(false);
            while (place.find()) {
                if (place.start() > room / 2
                        && place.start() <= room
                        && mayCut(text, place.start(), fence, kind)) {
                    best = place.start();
                }
            }
            if (best > 0) {
                return best;
            }
        }
        return hard(text, room);
    }

    private static boolean mayCut(String text, int at, Fence fence, Pattern kind) {
        Fence here = at(text, at, fence);
        if (!here.open()) {
            return true;
        }
        // Inside code only lines are cut, and not right behind the fence that opens it.
        return kind == LINE && !text.substring(lastFence(text, at), at).matches("`{3,}.*");
    }

    private static int lastFence(String text, int before) {
        Matcher fences = FENCE.matcher(text).region(0, before);
        int last = 0;
        while (fences.find()) {
            last = fences.start();
        }
        return last;
    }

    /** In the middle of a word, but never of what people see as one character, nor of a fence. */
    private static int hard(String text, int room) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(0, Math.min(text.length(), room + 64)));
        int cut = characters.preceding(room + 1);
        if (cut <= 0) {
            cut = Character.isLowSurrogate(text.charAt(room)) ? room - 1 : room;
        }
        Matcher fences = FENCE.matcher(text);
        while (fences.find() && fences.start() < cut) {
            if (fences.end() > cut && fences.start() > 0) {
                return fences.start();
            }
        }
        return cut;
    }

    /** What is open at a place of the text, given what was open at its beginning. */
    private static Fence at(String text, int place, Fence start) {
        Fence fence = start;
        Matcher fences = FENCE.matcher(text);
        while (fences.find() && fences.start() < place) {
            if (fence.open()) {
                fence = Fence.NONE;
            } else {
                Matcher language = LANGUAGE.matcher(text);
                fence = new Fence(true, language.find(fences.end()) ? language.group(1) : "");
            }
        }
        return fence;
    }
}
