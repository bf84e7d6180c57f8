//! Every verb and every view, named once. Policy, the permission book and the
//! routes all speak in these.

use domain::coded;

coded! {
    /// Something a person asks to do or to see.
    pub enum Action {
        // --- before there is an account
        /// Make the school and its first administrator.
        MakeSchool => "make_school", "Make the school";
        /// Sign in.
        SignIn => "sign_in", "Sign in";
        /// Take up an invitation.
        AcceptInvitation => "accept_invitation", "Take up an invitation";

        // --- one's own account
        /// Sign out.
        SignOut => "sign_out", "Sign out";
        /// See one's own account.
        ViewAccount => "view_account", "See own account";
        /// Change one's own password.
        ChangePassword => "change_password", "Change own password";
        /// See what one is asked to answer.
        ViewAsked => "view_asked", "See what one is asked";
        /// Mark a task that an answer raised as done.
        SettleRaised => "settle_raised", "Mark a raised task done";

        // --- the school
        /// See who has an account.
        ViewPeople => "view_people", "See who has an account";
        /// Invite someone to make an account.
        InvitePerson => "invite_person", "Invite someone";
        /// Change what someone is in the school.
        ChangeRoles => "change_roles", "Change someone's roles";
        /// Stop an account from being used.
        DisableAccount => "disable_account", "Disable an account";
        /// Let someone choose a new password, or use a closed account again.
        ReopenAccount => "reopen_account", "Open an account again";
        /// See the school's settings.
        ViewSettings => "view_settings", "See the settings";
        /// Change the school's settings.
        ChangeSettings => "change_settings", "Change the settings";
        /// Look at a file before it is imported.
        PreviewImport => "preview_import", "Preview an import";
        /// Import a file.
        ImportFile => "import_file", "Import a file";
        /// Take an import back.
        UndoImport => "undo_import", "Undo an import";
        /// See what was imported.
        ViewImports => "view_imports", "See imports";
        /// Look pupils up on the roll: what the school's own system says of them.
        ViewRoll => "view_roll", "Look pupils up on the roll";
        /// Put right what the school's own system says of a pupil or a contact.
        CorrectValue => "correct_value", "Put a pupil’s record right";
        /// See where records come from by themselves.
        ViewFeeds => "view_feeds", "See feeds";
        /// Look at a feed's source now instead of later.
        TryFeed => "try_feed", "Try a feed now";
        /// Set up, change, pause or remove a feed.
        SetUpFeed => "set_up_feed", "Set up a feed";
        /// Take in what feeds bring. The system only.
        RunFeeds => "run_feeds", "Take in what feeds bring";
        /// See what needs doing today.
        ViewToday => "view_today", "See Today";
        /// See the lessons to report on.
        ViewReportsNow => "view_reports_now", "See lesson reports to give";
        /// See the list of programmes.
        ListProgrammes => "list_programmes", "See the list of programmes";
        /// See the school's dates.
        ViewCalendar => "view_calendar", "See the calendar";
        /// See the school as a whole.
        ViewSchoolPicture => "view_school_picture", "See the school picture";
        /// Find a pupil to start a programme for.
        FindPupil => "find_pupil", "Find a pupil";
        /// Begin a referral.
        StartReferral => "start_referral", "Begin a referral";
        /// Do what the date makes due. The system only.
        TurnTheDay => "turn_the_day", "Do what the date makes due";

        // --- one programme: starting
        /// See the programme.
        ViewProgramme => "view_programme", "See the programme";
        /// See or change the referral while it is a draft.
        SaveReferral => "save_referral", "Write the referral";
        /// Read the referral.
        ViewReferral => "view_referral", "Read the referral";
        /// Send the referral in.
        SubmitReferral => "submit_referral", "Submit the referral";
        /// Record the safeguarding check.
        CheckSafeguarding => "check_safeguarding", "Record the safeguarding check";
        /// Ask whoever wrote the referral for more before deciding.
        AskForMore => "ask_for_more", "Ask for more before deciding";
        /// Not start the programme.
        DeclineReferral => "decline_referral", "Decline the referral";
        /// Start the programme.
        AcceptReferral => "accept_referral", "Accept the referral";
        /// Record that the family was told.
        TellFamily => "tell_family", "Record that the family was told";
        /// Begin a new referral after a relapse.
        ReferAgain => "refer_again", "Refer again after a relapse";

        // --- one programme: people and information
        /// Add someone to the programme.
        AddPerson => "add_person", "Add someone";
        /// Take someone off the programme.
        RemovePerson => "remove_person", "Take someone off";
        /// Invite someone in the programme to an account of their own.
        InviteToAccount => "invite_to_account", "Invite to an account";
        /// See what each contact of the pupil may be told, and why.
        ViewContacts => "view_contacts", "See who may be told what";
        /// Keep a contact from something, such as by a court order.
        RestrictContact => "restrict_contact", "Record a restriction";
        /// End what kept a contact from something.
        LiftRestriction => "lift_restriction", "End a restriction";
        /// Hand the programme to another coordinator or key worker.
        HandOver => "hand_over", "Hand over to someone else";
        /// See who was asked and what came in.
        ViewInformation => "view_information", "See the information gathered";
        /// See what the school's own system says happened: incidents, attendance, suspensions.
        ViewRecords => "view_records", "See the school’s own records";
        /// See the documents of a programme.
        ViewDocuments => "view_documents", "See the documents";
        /// Read what everyone told.
        ViewTold => "view_told", "Read what everyone told us";
        /// Add to what everyone told.
        NoteTold => "note_told", "Add to what everyone told us";
        /// Begin a document that is needed.
        BeginDocument => "begin_document", "Begin a document";
        /// Ask someone for their answers.
        Ask => "ask", "Ask someone for answers";
        /// Go ahead without someone's answers.
        WaiveAsk => "waive_ask", "Go ahead without an answer";
        /// Read answers.
        ReadAnswers => "read_answers", "Read answers";
        /// Fill in a form.
        FillForm => "fill_form", "Fill in a form";
        /// Send a form in.
        SendForm => "send_form", "Send a form in";
        /// Say whether the people at home may read what the pupil shared.
        ShareWithHome => "share_with_home", "Say whether home may read it";
        /// Write down someone's answers for them.
        ScribeForm => "scribe_form", "Write answers for someone";

        // --- one programme: meetings and the plan
        /// See meetings.
        ViewMeetings => "view_meetings", "See meetings";
        /// Book a meeting.
        BookMeeting => "book_meeting", "Book a meeting";
        /// Cancel a meeting.
        CancelMeeting => "cancel_meeting", "Cancel a meeting";
        /// Record a meeting.
        RecordMeeting => "record_meeting", "Record a meeting";
        /// See the plan.
        ViewPlan => "view_plan", "See the plan";
        /// Write the plan.
        DraftPlan => "draft_plan", "Write the plan";
        /// Record that the plan was agreed.
        AgreePlan => "agree_plan", "Agree the plan";
        /// Change the plan once it is agreed.
        AmendPlan => "amend_plan", "Change the plan";
        /// Print the plan.
        PrintPlan => "print_plan", "Print the plan";
        /// Sign the plan for oneself.
        Sign => "sign", "Sign the plan";
        /// Sign a review or how it ended, for oneself.
        SignPaper => "sign_paper", "Sign a review or an ending";
        /// Record who else signed a review or how it ended.
        RecordPaperSignature => "record_paper_signature", "Record who signed a review or an ending";
        /// Record someone else's signature, refusal or absence.
        RecordSignature => "record_signature", "Record a signature";

        // --- one programme: every day
        /// Rate a target in a lesson.
        Rate => "rate", "Rate a target";
        /// Say the strategy card was read.
        AcknowledgeCard => "acknowledge_card", "Acknowledge the strategy card";
        /// Record good news or a contact home.
        RecordNote => "record_note", "Record something";
        /// Record that one met the pupil.
        RecordCheckIn => "record_check_in", "Record a meeting with the pupil";
        /// See what was said when the key worker and the pupil met.
        ViewCheckIns => "view_check_ins", "See the key worker's record";
        /// Answer a small change that was asked for at such a meeting.
        AnswerWish => "answer_wish", "Answer a change that was asked for";
        /// Say that a job is done.
        FinishTask => "finish_task", "Mark a job done";
        /// Say that a move one is told of was seen.
        SeeMove => "see_move", "Say that a move was seen";
        /// See the record of days.
        ViewEvidence => "view_evidence", "See the record of days";
        /// See what happened, in order.
        ViewHistory => "view_history", "See the history";
        /// Say the plan is not working between reviews.
        RaiseConcern => "raise_concern", "Raise a concern";

        // --- one programme: reviews and the end
        /// Say what one sees before a review or the end, on one's own page.
        LookBack => "look_back", "Look back before a review";
        /// Write that down for somebody.
        ScribeLookBack => "scribe_look_back", "Write down what someone says before a review";
        /// Record a review.
        RecordReview => "record_review", "Record a review";
        /// Stop the clock.
        Pause => "pause", "Pause the programme";
        /// Start the clock again.
        Resume => "resume", "Resume the programme";
        /// Bring the final meeting forward.
        BringFinalForward => "bring_final_forward", "Bring the final meeting forward";
        /// Propose whether the plan was successful.
        ProposeJudgement => "propose_judgement", "Propose the judgement";
        /// Confirm whether the plan was successful.
        ConfirmJudgement => "confirm_judgement", "Confirm the judgement";
        /// Give the programme more weeks.
        Extend => "extend", "Extend the programme";
        /// Close because the pupil has moved.
        Transfer => "transfer", "Record a transfer";
        /// Stop for another reason.
        Withdraw => "withdraw", "Withdraw the programme";
        /// Record an aftercare check.
        CheckAftercare => "check_aftercare", "Record an aftercare check";
        /// End aftercare.
        EndAftercare => "end_aftercare", "End aftercare";
        /// Choose what comes after an unsuccessful programme.
        ChooseOption => "choose_option", "Choose what comes next";
        /// Close once the next step is handed over.
        CloseEscalation => "close_escalation", "Close after handing over";
        /// Put a wrong move right.
        CorrectStage => "correct_stage", "Correct an error";
        /// Open a record out of one's reach, with a reason.
        BreakGlass => "break_glass", "Open a record in an emergency";
    }
}
