package org.dudao.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code NAME --option value …} */
record Arguments(String benchmark, Map<String, String> options) {

    static Arguments parse(String... args) {
        if (args.length == 0 || args[0].startsWith("-")) {
            throw new Refused("say which benchmark");
        }
        Map<String, String> options = new LinkedHashMap<>();
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        for (int i = 0; i < rest.size(); i += 2) {
            String option = rest.get(i);
            if (!option.startsWith("--")) {
                throw new Refused("unexpected " + option);
            }
            if (i + 1 == rest.size()) {
                throw new Refused(option + " needs a value");
            }
            if (options.put(option.substring(2), rest.get(i + 1)) != null) {
                throw new Refused(option + " is given twice");
            }
        }
        return new Arguments(args[0], options);
    }

    /** Refuses what the benchmark does not know: a misspelt option must not measure something else. */
    Arguments knowing(String... names) {
        options.keySet().stream().filter(o -> !Set.of(names).contains(o)).forEach(o -> {
            throw new Refused(benchmark + " has no option --" + o);
        });
        return this;
    }

    int number(String option, int otherwise, int least) {
        String text = options.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            int n = Integer.parseInt(text.replace("_", "").replace(",", ""));
            if (n < least) {
                throw new Refused("--" + option + " is at least " + least);
            }
            return n;
        } catch (NumberFormatException e) {
            throw new Refused("--" + option + " is a whole number, not " + text);
        }
    }

    String text(String option, String otherwise) {
        return options.getOrDefault(option, otherwise);
    }

    /** The command line makes no sense. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }
}
