package org.vigie.monitor.surveillance;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.vigie.monitor.alert.DeliverWebhooks;
import org.vigie.monitor.platform.VigieSettings;

/// Scheduled work, claimed in the database: however many nodes there are, each piece is done by one of them.
///
/// Mondays at 07:00 in `vigie.default-zone` every model is watched for the week before; every ten seconds the outbox of
/// webhooks is emptied.
@Factory
@Requires(property = "vigie.schedule.enabled", value = "true", defaultValue = "true")
class Jobs {

    private static final String MONDAYS_AT_SEVEN = "0 0 7 * * MON";
    private static final Duration OUTBOX = Duration.ofSeconds(10);
    private static final int MOST_DELIVERIES = 100;

    /// Started after the migrations, stopped before the pool of connections.
    @Context
    @Singleton
    @Bean(preDestroy = "stop")
    Scheduler scheduler(
            DataSource database,
            WatchEveryModel watchEveryModel,
            DeliverWebhooks deliverWebhooks,
            VigieSettings settings,
            ScheduleSettings schedule,
            Clock clock) {
        RecurringTask<Void> weekly = Tasks.recurring(
                        "weekly-surveillance", Schedules.cron(MONDAYS_AT_SEVEN, settings.defaultZone()))
                .execute((_, _) -> watchEveryModel.weekBefore(clock.instant()));
        RecurringTask<Void> outbox = Tasks.recurring("webhook-outbox", FixedDelay.of(OUTBOX))
                .execute((_, _) -> {
                    int delivered = 0;
                    while (delivered < MOST_DELIVERIES && deliverWebhooks.deliverNext()) {
                        delivered++;
                    }
                });
        // the contextual proxy of the pool needs a request or a transaction, which the scheduler's threads have not
        Scheduler scheduler = Scheduler.create(DelegatingDataSource.unwrapDataSource(database))
                .startTasks(weekly, outbox)
                .threads(2)
                .pollingInterval(schedule.pollingInterval())
                .build();
        scheduler.start();
        return scheduler;
    }
}
