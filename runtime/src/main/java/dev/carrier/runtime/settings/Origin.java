package dev.carrier.runtime.settings;

/** Where a value came from. Its {@code toString} is for people. */
public sealed interface Origin {
    /** Nobody said anything. */
    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }

    /** A line of the settings file, counted from 1. */
    record Line(String file, int line) implements Origin {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** A variable of the environment. */
    record Environment(String variable) implements Origin {
        @Override
        public String toString() {
            return "environment " + variable;
        }
    }

    /** A variable in {@code .env} beside the settings file. */
    record DotEnv(String variable) implements Origin {
        @Override
        public String toString() {
            return ".env " + variable;
        }
    }

    /** An option of the command line. */
    record Option() implements Origin {
        @Override
        public String toString() {
            return "command line";
        }
    }
}
