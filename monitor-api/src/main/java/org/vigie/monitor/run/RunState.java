package org.vigie.monitor.run;

enum RunState {
    RUNNING,
    CANCELLED,
    FINISHED
}
