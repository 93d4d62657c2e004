package io.falconet.results.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads decisions out of architectures' texts, {@code space:choice=option,choice=option}, and gives each option a code.
 * Texts of one space name the same choices in the same order, so most are found where they are expected.
 */
final class DecisionReader {
    /** Codes of one byte, and 0 for nothing. */
    static final int MOST = 255;

    private final List<String> keys = new ArrayList<>();
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final List<List<String>> options = new ArrayList<>();
    private boolean grown;

    /** One that knows what was read before. */
    DecisionReader(List<Decision> before) {
        for (Decision decision : before) {
            add(decision.name());
            List<String> known = options.get(options.size() - 1);
            decision.options().forEach(known::add);
            Map<String, Integer> coded = codes.get(codes.size() - 1);
            known.forEach(option -> coded.put(option, coded.size() + 1));
            if (decision.open()) {
                codes.set(codes.size() - 1, null);
            }
        }
        grown = false;
    }

    /** Told of each decision. */
    interface Sink {
        /** @param code one more than the place of the option, 0 where there are too many to tell apart */
        void option(int decision, int code);
    }

    void read(String text, Sink sink) {
        int start = text.indexOf(':') + 1;
        int place = 0;
        while (start > 0 && start < text.length()) {
            int end = text.indexOf(',', start);
            end = end < 0 ? text.length() : end;
            int equals = text.indexOf('=', start);
            if (equals > start && equals < end) {
                int decision = decision(text, start, equals, place);
                sink.option(decision, code(decision, text.substring(equals + 1, end)));
                place = decision + 1;
            }
            start = end + 1;
        }
    }

    private int decision(String text, int start, int end, int place) {
        if (place < keys.size() && keys.get(place).length() == end - start && text.startsWith(keys.get(place), start)) {
            return place;
        }
        String key = text.substring(start, end);
        int known = keys.indexOf(key);
        return known >= 0 ? known : add(key);
    }

    private int add(String key) {
        keys.add(key);
        codes.add(new HashMap<>());
        options.add(new ArrayList<>());
        grown = true;
        return keys.size() - 1;
    }

    private int code(int decision, String option) {
        Map<String, Integer> known = codes.get(decision);
        if (known == null) {
            return 0;
        }
        Integer code = known.get(option);
        if (code != null) {
            return code;
        }
        grown = true;
        if (known.size() == MOST) {
            codes.set(decision, null);
            return 0;
        }
        known.put(option, known.size() + 1);
        options.get(decision).add(option);
        return known.size();
    }

    /** All decisions read; those before, where nothing is new. */
    List<Decision> decisions(List<Decision> before) {
        if (!grown) {
            return before;
        }
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            decisions.add(new Decision(keys.get(i), options.get(i), codes.get(i) == null));
        }
        return decisions;
    }
}
