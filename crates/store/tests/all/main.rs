//! One suite, both engines: what holds on SQLite holds on PostgreSQL.

#![expect(clippy::unwrap_used, reason = "a test that can't go on may panic")]

mod backup;
mod concurrency;
mod constraints;
mod deal_reads;
mod fixture;
mod group;
mod limits;
mod migrations;
mod reconnect;
mod rows;
mod transactions;
mod values;

/// Each test once on either engine, over a database of its own.
macro_rules! on_both_engines {
    ($($room:ident { $($test:ident,)* })*) => {
        mod sqlite {
            $(mod $room {
                $(#[test]
                fn $test() {
                    crate::$room::$test(&crate::fixture::Fixture::sqlite());
                })*
            })*
        }
        mod postgres {
            $(mod $room {
                $(#[test]
                fn $test() {
                    crate::$room::$test(&crate::fixture::Fixture::postgres());
                })*
            })*
        }
    };
}

on_both_engines! {
    values {
        every_type_comes_back_as_it_went,
        what_is_missing_comes_back_as_none,
        cyrillic_text_is_kept_and_sorts_bytewise,
        parameters_are_bound_by_name_not_by_place,
        a_parameter_may_stand_in_several_places,
        a_wrong_count_of_parameters_is_refused,
        sums_and_counts_are_whole_numbers,
        a_column_of_another_type_is_refused_by_name,
        a_built_statement_carries_its_values,
        numbers_in_json_are_read_by_a_cast,
    }
    rows {
        a_missing_row_leaves_the_transaction_good,
        two_rows_are_not_one,
        run_counts_the_rows_it_changed,
        insert_gives_the_id,
        an_upsert_adds_to_what_is_there,
        a_page_goes_on_where_the_last_one_ended,
        a_row_struct_reads_its_own_columns,
    }
    constraints {
        a_taken_value_names_its_index,
        a_taken_pair_names_its_index,
        a_taken_key_names_the_table,
        a_refused_check_has_a_name,
        a_missing_value_names_its_column,
        a_missing_parent_names_the_key,
        a_changed_parent_names_the_key,
        a_parent_still_in_use_names_the_key,
    }
    transactions {
        an_error_of_the_act_rolls_back,
        a_spoiled_transaction_never_commits,
        nothing_runs_after_a_failed_statement,
        a_panic_rolls_back_and_the_store_lives,
        an_act_may_not_speak_of_transactions,
        a_read_refuses_to_write,
        a_read_sees_what_was_committed,
        a_read_sees_one_moment,
        a_later_statement_is_seen_by_those_behind_it,
        a_later_statement_that_fails_takes_the_act_with_it,
        hundreds_of_later_statements_land_in_order,
        what_is_foreseen_is_answered_as_it_stands_when_asked,
        nothing_is_written_ahead,
    }
    concurrency {
        writers_at_once_lose_nothing,
        a_row_held_to_change_loses_no_addition,
        acts_that_wait_for_each_other_run_again,
        an_act_nobody_waits_for_is_not_begun,
        two_programs_share_a_database,
        dropping_the_store_finishes_what_is_queued,
    }
    group {
        acts_that_commit_together_fail_alone,
    }
    limits {
        a_read_that_takes_too_long_is_stopped,
        a_report_does_not_hold_up_a_page,
        a_big_batch_goes_in,
    }
    migrations {
        steps_run_once,
        a_newer_schema_is_refused,
        a_failed_step_leaves_nothing_behind,
        two_programs_may_migrate_at_once,
        the_shipped_schema_applies,
        a_token_made_before_scopes_keeps_all_that_it_had,
    }
    backup {
        a_backup_holds_the_rows,
        a_backup_never_overwrites,
        a_restore_never_overwrites,
    }
}
