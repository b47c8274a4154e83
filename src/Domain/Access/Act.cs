namespace LmsWorkflow.Domain;

/// <summary>The kinds of act the product knows rights for. One row each in <see cref="CaseAccess"/>.</summary>
public enum Act
{
    ReadCase, ReadHistory, ReadBalance, ReadCompliance, RegisterNeed, PrepareCase, CoordinateCase, CancelCase, AppointMember, EditJointDocument, EditKoordinatorDocument,
    ProposeAndMinute, ActAsMember, FreezePackage, SignOff, ConfirmPaper, EscalateObjection, Decide, RunCourse, CompleteWorkItem, ResolveStuck,
    HandOver,
    EditDefinition, PublishDefinition, ConsentToDefinition, MoveCase,
    ManageLog, ManageDirectory, CheckRecord, ReadRecord,
    ProposeErasure, ConfirmErasure, ProposePersonErasure, ConfirmPersonErasure, ReadErasures,
    ReadRetention, ManageRetention, KeepLonger,
    SystemAct,
}
